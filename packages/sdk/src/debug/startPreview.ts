import { writeJson } from '@tactful/engine';
import { readConfig, type DeviceConfig } from '@tactful/protocol';
import type { ActorCore } from '../act/actor.ts';
import { createBox } from './createBox.ts';
import { drawPreview } from './drawPreview.ts';

/** Why nothing is drawn, by the collector's code. */
const REFUSALS: Readonly<Record<string, string>> = {
  preview_over: 'This preview is over: it is good for 10 minutes. Open a new one in the console.',
  bad_preview: 'This preview is not for this site, or was changed on its way. Open it anew in the console.',
  bad_key: 'The collector does not know this page’s site key.',
  origin_not_allowed: 'This page’s address is not on the site’s list of origins.',
};
const AGAIN = 'The collector could not be reached, or gave no campaign. Try again.';
const WANTED = 'preview() wants an address from the console: Campaigns → Preview on your site.';
const COVERED = 'Drawn where it covers a control: no place is free here at this size, so no visitor is shown it.';
const VARIANT = 'The first of its variants.';

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
      const answer = await core.net('previews', { method: 'POST', body: writeJson({ token, locale: core.locale }) });
      const body = JSON.parse(await answer.text());
      const config = answer.ok ? readConfig(body) : undefined;
      return config && config.campaigns[0] ? config : REFUSALS[body.error.code] || AGAIN;
    } catch (_error) {
      // No network, or no answer of ours.
      return AGAIN;
    }
  };
  let known: Promise<DeviceConfig | string> | undefined;
  const draw = async (id?: string): Promise<void> => {
    if (token === undefined) return say(WANTED);
    known = known || fetched();
    const config = await known;
    if (core.dead) return;
    if (typeof config === 'string') {
      known = undefined;
      return say(config);
    }
    const [campaign] = config.campaigns;
    if (id !== undefined && id !== campaign!.id) return say(`This address is for “${campaign!.id}”. ${WANTED}`);
    const turn = ++turns;
    const drawn = await drawPreview(core, config);
    // Of two that were asked for at once the later one stays.
    if (turn !== turns) return drawn.close();
    takeAway();
    takeAway = drawn.close;
    if (!drawn.free) say(COVERED);
    else if (campaign!.variants) say(VARIANT);
  };
  core.preview = draw;
  if (token !== undefined) void core.scope.guard(draw)();
}
