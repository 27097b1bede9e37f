import type { Core } from '../core.ts';
import type { Clause } from './clause.ts';
import { rank } from './rank.ts';

/** Forms whose runs one clause tells apart. */
const ROWS = 8;

/**
 * What a clause waits for happened once more. It fires when so many occurrences lie within `within` (wall time,
 * inclusive), and its row starts anew; a fired trigger opens an opportunity, or keeps an open one open longer.
 */
export function occur(core: Core, clause: Clause, row = ''): void {
  const { spec, campaign, times, rows } = clause;
  const { at } = core.state;
  if (times > 1) {
    const names = Object.keys(rows);
    if (!rows[row] && names.length >= ROWS) delete rows[names[0] as string];
    const moments = rows[row] || (rows[row] = []);
    moments.push(at);
    if (moments.length > times) moments.shift();
    if (moments.length < times || at - (moments[0] as number) > (spec.within as number)) return;
    clause.rows = {};
  }
  clause.at = at;
  const { trigger, hold } = campaign.spec;
  const { within = Infinity } = trigger;
  const all = trigger.mode == 'all';
  // A clause that never fired is at NaN, which is within nothing.
  if (all && !campaign.clauses.every((other) => at - other.at <= within)) return;
  const until = at + hold;
  if (campaign.open) campaign.open.until = until;
  else {
    campaign.open = { at, until, fired: all ? campaign.clauses : [clause], late: 0 };
    core.open.push(campaign);
    core.open.sort(rank);
  }
}
