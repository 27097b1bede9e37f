import type { Milliseconds } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Clause, Core } from '../memory.ts';
import type { Observation } from '../observation.ts';

/** From here on a click's wait is slow, and the time in a field a hesitation, as features count them. */
export const SLOW_MS: Milliseconds = 2_000, FIELD_MS: Milliseconds = 10_000;
/** A click that is never answered waits so long in the mean: where attention wanders off (Miller 1968, doi.org/10.1145/1476589.1476628). */
export const NEVER_MS: Milliseconds = 10_000;

/** What a click, a pointer or a field told: counted, and heard by the clauses whose threshold it reaches. */
export function feel(core: Core, { on, targets = [], ms = 0, topic = 'price', late }: Extract<Observation, { kind: 'sense' }>): void {
  const { rows, tally: { counts } } = core;
  if (!(ms >= 0)) return;
  if (on == 'attention') {
    add(counts, topic + '_ms', ms);
    // What it adds up to stands in the clause's row: it begins anew with the campaign's exposure.
    core.each(core, on, (clause) => {
      const [sum = 0] = rows[clause.key] || [];
      rows[clause.key] = [sum + ms];
      if (sum + ms < clause.spec.for!) return;
      delete rows[clause.key];
      core.occur(core, clause);
    }, topic);
    return;
  }
  if (on == 'slow' || on == 'dead_click') {
    // One that was given up for dead was counted then.
    add(counts, 'waits', late ? 0 : 1);
    add(counts, 'waited_ms', on == 'slow' ? Math.min(Math.floor(ms), NEVER_MS) - (late ? NEVER_MS : 0) : NEVER_MS);
  }
  if (on == 'slow') counts['wait_ms'] = Math.max(counts['wait_ms'] || 0, Math.floor(ms));
  const name = on == 'slow' ? ms >= SLOW_MS && 'slow_clicks' : on == 'field_hesitation' && ms != FIELD_MS ? '' : on + 's';
  if (name) add(counts, name);
  // A field tells of each threshold as it is reached, a click once of its whole wait.
  const hears = ({ spec }: Clause): boolean => on == 'field_hesitation' ? spec.for == ms : !(spec.for! > ms);
  for (const place of ['', ...targets]) core.each(core, on, (clause) => hears(clause) && core.occur(core, clause), place);
}
