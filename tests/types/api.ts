/** What users may and may not write, as TypeScript sees it in the published declarations. Never run. */
import { init, type Tactful, type TactfulOptions } from '@tactful/sdk';
import { createEngine, type Engine } from '@tactful/sdk/engine';
import { createClient, signUser } from '@tactful/sdk/node';
import { mount } from '@tactful/sdk/widget';

const options: TactfulOptions = { key: 'pk_demo', apiHost: 'https://cx.example.com', consent: 'granted', beforeShip: (summary) => summary };
const tactful: Tactful = init(options);

// @ts-expect-error the key is required
init({ apiHost: 'https://cx.example.com' });
// @ts-expect-error there is no such consent
init({ key: 'pk_demo', consent: 'yes' });
// @ts-expect-error a corner is start or end
init({ key: 'pk_demo', position: 'left' });
// @ts-expect-error there is no such option
init({ key: 'pk_demo', apihost: 'https://cx.example.com' });
// @ts-expect-error a number is no key
init({ key: 5 });

tactful.track('form_success', { form: 'workflow' });
tactful.consent('denied');
const off: () => void = tactful.on('message:dismissed', ({ campaign, reason }) => `${campaign} ${reason}`);
off();

// @ts-expect-error an event needs a name
tactful.track();
// @ts-expect-error there is no such event
tactful.on('message:exploded', () => undefined);
// @ts-expect-error this event carries no gate
tactful.on('message:shown', ({ gate }) => gate);
// @ts-expect-error a status is one of four
tactful.consent('maybe');
// @ts-expect-error the verbs are not there to be replaced
tactful.chat = { open() {}, close() {} };
// @ts-expect-error a summary may be null
tactful.summary().session;
// @ts-expect-error traces are read, not written
(await tactful.explain())[0].eligible = true;

// @ts-expect-error an engine needs a configuration, a clock and dice
createEngine({});
declare const engine: Engine;
// @ts-expect-error there is no such fact
engine.observe({ at: 0, kind: 'thought' });
// @ts-expect-error every fact has its time
engine.observe({ kind: 'input' });
// @ts-expect-error the widget needs its host
mount();

const client = createClient({ apiHost: 'https://cx.example.com', secretKey: 'sk_x' });
void client.events([{ id: 'e1', user: 'u-1', name: 'purchase', props: { value: 5, currency: 'EUR', transaction_id: 'T-1' }, attributes: { tier: 'vip', trial: null } }]).then(({ rejected }) => rejected[0]?.code.length);
void signUser('ik_x', 'u-1', { key: 'pk_demo' }).then((signature) => tactful.identify('u-1', { plan: 'pro' }, { signature }));
// @ts-expect-error an event is somebody's
void client.events([{ id: 'e1', name: 'purchase' }]);
// @ts-expect-error an attribute is a text, a number or a boolean
void client.events([{ id: 'e1', user: 'u-1', attributes: { tier: ['vip'] } }]);
// @ts-expect-error the secret key is required
createClient({ apiHost: 'https://cx.example.com' });
// @ts-expect-error a token is for one site
void signUser('ik_x', 'u-1', {});
