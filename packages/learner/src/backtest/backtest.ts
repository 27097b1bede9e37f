import type { BacktestReport, DeviceCampaign } from '@tactful/protocol';
import { clauseTold } from './clauseTold.ts';
import { conditionTold } from './conditionTold.ts';
import type { Recorded } from './Recorded.ts';
import { allTold, anyTold, weaken, type Told } from './Told.ts';

/** What of a campaign a back-test looks at. */
export type Tested = Pick<DeviceCampaign, 'id' | 'trigger' | 'conditions'>;

/** Counts over sessions. */
export interface BacktestCount {
  readonly yes: number;
  readonly may: number;
  readonly untold: number;
}

/** Of one campaign: each clause, the trigger, the conditions, and both together. */
export interface BacktestCounts {
  readonly clauses: readonly BacktestCount[];
  readonly trigger: BacktestCount;
  readonly conditions: BacktestCount;
  readonly both: BacktestCount;
}

const NONE: BacktestCount = { yes: 0, may: 0, untold: 0 };
const add = (count: BacktestCount, told: Told): BacktestCount => (told === 'no' ? count : { ...count, [told]: count[told] + 1 });

/** Begins to count over sessions, each given as its tabs. */
export function createBacktest(campaigns: readonly Tested[]): { readonly add: (tabs: readonly Recorded[]) => void; readonly counts: () => readonly BacktestCounts[] } {
  let counts: readonly BacktestCounts[] = campaigns.map(({ trigger }) => ({ clauses: trigger.clauses.map(() => NONE), trigger: NONE, conditions: NONE, both: NONE }));
  return {
    add(tabs) {
      counts = counts.map((count, index) => {
        const { trigger, conditions } = campaigns[index]!;
        const told = tabs.map((tab) => {
          const clauses = trigger.clauses.map((clause) => clauseTold(clause, tab));
          const fired = trigger.mode === 'any' ? anyTold(clauses) : allTold(clauses);
          const held = conditionTold(conditions, tab);
          // Conditions have to hold as the trigger fires: only those that held throughout surely did.
          const both = fired === 'no' || held === 'no' ? 'no' : held === 'yes' ? fired : weaken(fired);
          return { clauses, fired, held, both };
        });
        return {
          clauses: count.clauses.map((one, place) => add(one, anyTold(told.map(({ clauses }) => clauses[place]!)))),
          trigger: add(count.trigger, anyTold(told.map(({ fired }) => fired))),
          conditions: add(count.conditions, anyTold(told.map(({ held }) => held))),
          both: add(count.both, anyTold(told.map(({ both }) => both))),
        };
      });
    },
    counts: () => counts,
  };
}

/** As bounds: at least what is certain, at most what may be; no upper bound where a session leaves it untold. */
export const boundsOf = ({ yes, may, untold }: BacktestCount): BacktestReport['trigger'] => ({ atLeast: yes, atMost: untold > 0 ? null : yes + may });
