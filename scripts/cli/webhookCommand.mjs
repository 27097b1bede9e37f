import { callCollector } from './callCollector.mjs';

/** Milliseconds since 1970 of a moment as people write it. @throws Error that names what is none */
function readMoment(text) {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`--since takes a moment, as 2026-11-22 or 2026-11-22T08:00Z; it is "${text}".`);
  return at;
}

const told = ({ id, secret }) => `id      ${id}${secret ? `\nsecret  ${secret}   (shown this once)` : ''}`;
const line = ({ id, host, template, events, waiting, delivered, givenUp, failure }) =>
  `${id}\t${template}\t${host}\t${events.join(', ')}\t${waiting} wait, ${delivered} delivered, ${givenUp} given up${failure ? `; last failure: ${failure}` : ''}`;

const actions = {
  async list(_rest, _values, { path, ...how }) {
    const webhooks = await callCollector(path, how);
    return { json: webhooks, text: webhooks.map(line).join('\n') || 'no webhook yet' };
  },
  async add([url, ...events], { template, secret }, { path, ...how }) {
    const words = { ...how.words, conflict: 'The site has as many webhooks as it may; take one away with remove.' };
    const made = await callCollector(path, { ...how, words, method: 'POST', body: { url, events, ...(template !== undefined && { template }), ...(secret !== undefined && { secret }) } });
    return { json: made, text: told(made) };
  },
  async remove([hook], _values, { path, ...how }) {
    const gone = await callCollector(`${path}/${encodeURIComponent(hook)}`, { ...how, method: 'DELETE' });
    return { json: gone, text: `${hook} is removed, and what waited for it` };
  },
  async secret([hook], { secret, only = false }, { path, ...how }) {
    const made = await callCollector(`${path}/${encodeURIComponent(hook)}/secret`, { ...how, method: 'POST', body: { only, ...(secret !== undefined && { secret }) } });
    return { json: made, text: `${told(made)}\n${made.secret && !only ? 'The one before signs, too, until the next.' : 'The one before signs no more.'}` };
  },
  async replay([hook], { since = '1970-01-01' }, { path, ...how }) {
    const again = await callCollector(`${path}/${encodeURIComponent(hook)}/replay`, { ...how, method: 'POST', body: { since: readMoment(since) } });
    return { json: again, text: `${again.queued} events are sent again` };
  },
};

/** What each action takes: how many arguments, from least to most, and which options. */
const TAKES = { list: [0, 0, []], add: [2, Infinity, ['template', 'secret']], remove: [1, 1, []], secret: [1, 1, ['secret', 'only']], replay: [1, 1, ['since']] };

/** Where a site's events go. @returns undefined where the arguments are not meant so */
export function webhookCommand([id, action = 'list', ...rest], { host, json: _json, ...values }) {
  if (!Object.hasOwn(TAKES, action)) return undefined;
  const [least, most, options] = TAKES[action];
  if (rest.length < least || rest.length > most || !Object.keys(values).every((name) => options.includes(name))) return undefined;
  const words = { not_found: rest.length > 0 && action !== 'add' ? `There is no site "${id}" with a webhook "${rest[0]}".` : `There is no site "${id}".` };
  return actions[action](rest, values, { path: `/v1/admin/sites/${encodeURIComponent(id)}/webhooks`, host, words });
}
