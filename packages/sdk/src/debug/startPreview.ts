import { readConfig, type DeviceConfig } from '@tactful/protocol';
import type { ActorCore } from '../act/actor.ts';
import { createBox } from './createBox.ts';
import { drawPreview } from './drawPreview.ts';
import { loadWriter } from './loadWriter.ts';

const AGAIN = 'The collector could not be reached, or gave no campaign. Try again.';
const WANTED = 'preview() wants an address from the console: Campaigns → Preview on your site.';
const COVERED = 'It covers a control here: at this size no visitor is shown it.';
const VARIANT = 'Its first variant.';

/**
 * Draws the campaign that a token in the address names, as the collector compiles it, drafts too; and hands the page the verb for it.
 * Nothing of it is counted, stored or claimed: the engine hears of none of it.
 */
export function startPreview(core: ActorCore): void {
  const token = (/[?&]tactful_preview=([\w.-]+)/.exec(location.search) || [])[1];
  let close = (): void => undefined, takeAway = close;
  let turns = 0;
  const say = (text: string): void => {
    close();
    console.warn('tactful:', text);
    const box = createBox(core, 'Tactful preview', () => undefined);
    close = box.close;
    box.body.append(box.h('p', { role: 'alert' }, text));
  };
  const fetched = async (): Promise<DeviceConfig | string> => {
    try {
      const writeJson = await loadWriter(core);
      const answer = await core.net('previews', { method: 'POST', body: writeJson({ token, locale: core.locale }) });
      const body = JSON.parse(await answer.text());
      const config = answer.ok ? readConfig(body) : undefined;
      return config && config.campaigns[0] ? config : String(body.error.message || AGAIN);
    } catch (_error) {
      // No network, or no answer of ours; a refusal of the collector says itself why.
      return AGAIN;
    }
  };
  let known: Promise<DeviceConfig | string> | undefined;
  const draw = async (id?: string): Promise<void> => {
    if (token == undefined) return say(WANTED);
    known = known || fetched();
    const config = await known;
    if (core.dead) return;
    if (typeof config == 'string') {
      known = undefined;
      return say(config);
    }
    const [campaign] = config.campaigns;
    if (id != undefined && id != campaign!.id) return say(`This address is for “${campaign!.id}”. ${WANTED}`);
    const turn = ++turns;
    const drawn = await drawPreview(core, config);
    // Of two that were asked for at once the later one stays.
    if (turn != turns) return drawn.close();
    takeAway();
    takeAway = drawn.close;
    if (!drawn.free) say(COVERED);
    else if (campaign!.variants) say(VARIANT);
  };
  core.preview = draw;
  if (token != undefined) void core.scope.guard(draw)();
}
