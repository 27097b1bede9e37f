import { LIMITS, type Summary } from '@tactful/protocol';
import type { OutcomeStore } from './outcomeStore.ts';

/** Goals are a session's own; exposures each tab's, and five tabs may have met as many as they can. */
const MOST = { goals: LIMITS.goals, exposures: 5 * LIMITS.exposures };

/**
 * A tab's summary without the exposures and goals that its session has no room for, which are counted as lost: each body may tell of other ones than the last, all are kept, and every body of a visitor
 * is as much work as they are.
 */
export function keepFew(summary: Summary, outcomes: Pick<OutcomeStore, 'idsOf'>, sessionId: number): Summary {
  const loss: Record<string, number> = { ...summary.loss };
  const few = <T extends { readonly id: string }>(table: keyof typeof MOST, list: readonly T[]): readonly T[] => {
    if (list.length === 0) return list;
    const known = outcomes.idsOf(sessionId, table);
    let room = MOST[table] - known.size;
    const kept = list.filter(({ id }) => known.has(id) || room-- > 0);
    if (kept.length < list.length) loss[table] = (loss[table] ?? 0) + list.length - kept.length;
    return kept;
  };
  return { ...summary, exposures: few('exposures', summary.exposures), goals: few('goals', summary.goals), loss };
}
