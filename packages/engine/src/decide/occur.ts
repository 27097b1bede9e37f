import type { Clause, Core } from '../memory.ts';
import { forget } from './forget.ts';

/** More rows than clauses have: only forms make so many. */
const ROWS = 2_000;

/**
 * What a clause waits for happened once more. It fires when so many occurrences lie within `within` (wall time,
 * inclusive), and its row starts anew; a fired trigger opens an opportunity, or keeps an open one open longer.
 */
export function occur(core: Core, clause: Clause, row = ''): void {
  const { spec: { within }, campaign: { spec, clauses }, key, times, parent } = clause;
  const { at, rows, open } = core;
  if (times > 1) {
    // A page that invents forms does not fill the memory: the clause's other forms begin anew.
    if (row && Object.keys(rows).length > ROWS) forget(core, key);
    const moments = rows[key + row] || (rows[key + row] = []);
    if (moments.push(at) > times) {
      for (let place = 0; place < times;) moments[place] = moments[++place]!;
      moments.pop();
    }
    if (moments.length < times || at - moments[0]! > within!) return;
    if (row) forget(core, key);
    else delete rows[key];
  }
  if (parent) return core.stages.step(core, clause);
  const all = spec.trigger.mode == 'all';
  if (all) {
    rows[key + '!'] = [at];
    // A clause that never fired is at NaN, which is within nothing.
    if (!clauses.every((other) => at - (rows[other.key + '!'] || [])[0]! <= (spec.trigger.within || Infinity))) return;
  }
  open[spec.id] = { at, fired: all ? [...clauses.keys()] : [clauses.indexOf(clause)], ...open[spec.id], until: at + spec.hold };
}
