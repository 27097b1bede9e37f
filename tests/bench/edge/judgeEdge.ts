import { median } from '../statistics/quantile.ts';
import type { EdgeFigures } from './measureEdge.ts';

export interface EdgeBudget { readonly what: string; readonly is: number; readonly wanted: string; readonly holds: boolean }

/** The median over the rounds of one figure of a subject above the same one of another. */
export const ratio = (one: EdgeFigures, other: EdgeFigures, figure: 'perSecond' | 'cpu'): number =>
  median(one.rounds.map((round, at) => round[figure] / other.rounds[at]![figure]));

/**
 * The edge's budgets.
 * @param dripP99 ms, of an intake that is asked 500 times a second
 */
export function judgeEdge(figures: readonly EdgeFigures[], dripP99: number): readonly EdgeBudget[] {
  const of = (start: string): EdgeFigures => figures.find(({ name }) => name.startsWith(start))!;
  const least = (what: string, is: number, budget: number): EdgeBudget => ({ what, is, wanted: `≥ ${budget.toLocaleString('en-US')}`, holds: is >= budget });
  const most = (what: string, is: number, budget: number): EdgeBudget => ({ what, is, wanted: `≤ ${budget}`, holds: is <= budget });
  return [
    least('intake of one summary, above a bare one-row Durable Object write, requests a second', ratio(of('intake, 1 '), of('one bare Durable'), 'perSecond'), 0.6),
    least('rows a second, 20 summaries in a body', of('intake, 20 ').rowsPerSecond!, 8_000),
    most('CPU of an intake request, above the empty route’s', ratio(of('intake, 1 '), of('empty'), 'cpu'), 2),
    most('p99 of an intake at 500 requests a second, ms', dripP99, 100),
  ];
}
