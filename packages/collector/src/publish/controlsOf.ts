import type { Compiled } from '@tactful/protocol';
import type { SiteFacts } from '../store/SiteFacts.ts';

/** Versions of one campaign whose share is kept: a summary may come two weeks late, and a campaign does not change its mind so often. */
const KEPT = 50;

/** Control's share in each version of the campaigns, those of before among them; of campaigns that are not named any more none. */
export function controlsOf({ campaigns }: Compiled['device'], { before = {}, named }: { readonly before?: SiteFacts['controls'] | undefined; readonly named: readonly string[] }): SiteFacts['controls'] {
  const present = new Map(campaigns.map(({ id, version, control }) => [id, { [version]: control }]));
  return Object.fromEntries(named.flatMap((id) => {
    const versions: Readonly<Record<string, number>> = { ...before[id], ...present.get(id) };
    // Whole numbers as names stand in their order, the latest last.
    const latest = Object.entries(versions).slice(-KEPT);
    return latest.length > 0 ? [[id, Object.fromEntries(latest)]] : [];
  }));
}
