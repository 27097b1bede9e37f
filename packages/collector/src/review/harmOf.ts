import { harm } from '@tactful/learner';
import type { Milliseconds } from '@tactful/protocol';
import { compareArms } from '../report/compareArms.ts';
import { sumCells, type Sums } from '../report/sumCells.ts';
import { tallyOf } from '../report/valuesOf.ts';
import type { CellRow } from '../shard/createTally.ts';
import type { Pause } from '../store/pauseStore.ts';

/** From this share of machines' sessions on nobody knows how many of the others are machines', too. */
const UNCLEAN = 0.2;
const DAY: Milliseconds = 86_400_000;

/** What a campaign does harm in; undefined where nothing says so, or where its groups are not as they were drawn. */
export function harmOf(sums: Sums, campaign: string): Omit<Pause, 'at'> | undefined {
  const measures = (arm: string) => tallyOf(sums.measures({ kind: 'campaign', subject: campaign, arm }));
  const { lift, draw } = compareArms(measures('treatment'), measures('control'));
  const measure = harm(lift);
  return measure === null || draw?.mismatch ? undefined : { campaign, measure, ...lift[measure]! };
}

/**
 * Why a campaign that does harm is not to pause itself: `one_day`, where it is the day with the most visitors alone that says so, with the day beside it that has more, for a flood may pass midnight: anybody who makes visitors up may have made it; `bots`, where of the
 * sessions of its days a fifth or more were machines'. Undefined where nothing speaks against it.
 */
export function doubtOf(days: readonly (readonly CellRow[])[], campaign: string): 'one_day' | 'bots' | undefined {
  const rows = days.flat(), visitors = new Map<string, number>();
  for (const { kind, day, measure, n } of rows) if (kind === 'campaign' && measure === 'visitors') visitors.set(day, (visitors.get(day) ?? 0) + n);
  const most = (of: readonly (readonly [day: string, n: number])[]): string => [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const largest = most([...visitors]), beside = most([...visitors].filter(([day]) => Math.abs(Date.parse(day) - Date.parse(largest)) === DAY));
  if (!harmOf(sumCells([rows.filter(({ day }) => day !== largest && day !== beside)]), campaign)) return 'one_day';
  const sums = sumCells([rows.filter(({ day }) => visitors.has(day))]);
  const [bots, sessions] = [sums.one({ kind: 'site', measure: 'bots' }), sums.one({ kind: 'site', measure: 'sessions' })];
  return bots >= UNCLEAN * (bots + sessions) ? 'bots' : undefined;
}
