import { makeExposure, makeGoal, makeSummary } from '../../worker/harness/makeSummary.ts';
import type { TestSite } from '../../worker/harness/makeSite.ts';
import { sendSummaries } from '../../worker/harness/sendSummaries.ts';
import type { RunningWorker } from '../../worker/harness/startWorker.ts';

const PER_BODY = 20;

/** One visitor and what became of them; every `buys`-th one buys for `value`. */
export interface Crowd { readonly arm: 'treatment' | 'control'; readonly visitors: number; readonly buys: number; readonly value: number;
  /** The number of the first; 0 when absent. */
  readonly first?: number }

/** Sends one summary a visitor through the real intake, each with one exposure to `stall`, and purchases. */
export async function sendVisitors(running: RunningWorker, site: TestSite, { arm, visitors, buys, value, first = 0 }: Crowd): Promise<void> {
  const now = Date.now();
  const id = (index: number): string => `${arm}${index}`.padEnd(22, 'x');
  const all = Array.from({ length: visitors }, (_, at) => first + at).map((index) => makeSummary({
    visitor: id(index), session: `s${id(index)}`, startedAt: now - 60_000, sdk: '0.1.0',
    signals: { 'save-workflow': { count: 2, longestRun: 1 } }, gates: { stall: { typing: 1 } },
    exposures: [makeExposure({
      id: `e${id(index)}`, arm, at: now - 40_000, outcome: arm === 'control' ? 'none' : 'click', reason: arm === 'control' ? '' : 'action', trace: [[1, 0.25], [5, 3], [7, 0]],
    })],
    goals: index % buys === 0 ? [makeGoal({ id: `g${id(index)}`, value: value + index % 7, at: now - 10_000 })] : [],
  }));
  for (let from = 0; from < all.length; from += PER_BODY) await sendSummaries(running, site, all.slice(from, from + PER_BODY), now);
}
