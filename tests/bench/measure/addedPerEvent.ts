import { quantile } from '../statistics/quantile.ts';
import type { Traced } from './readTrace.ts';

type Times = Traced['events'];

export interface PerEvent {
  /** How many events with the subject. */
  readonly count: number;
  /** ms that the middle event, and the one in a thousand, take more than without it. */
  readonly p50: number;
  readonly p999: number;
  /** The middle of each type, the most frequent first. */
  readonly types: readonly { readonly type: string; readonly count: number; readonly p50: number; readonly p999: number }[];
}

/** An event that the browser need not even dispatch, as nobody listens, takes nothing. */
const padded = (times: readonly number[] = [], length: number): number[] => [...times, ...Array<number>(Math.max(0, length - times.length)).fill(0)];

/** What input events take more with a subject than without, each quantile of the one above that of the other. */
export function addedPerEvent(subject: readonly Times[], without: readonly Times[]): PerEvent {
  const merge = (all: readonly Times[], type: string): number[] => all.flatMap((times) => times[type] ?? []);
  const types = [...new Set(subject.flatMap((times) => Object.keys(times)))];
  const pairs = types.map((type) => {
    const times = merge(subject, type);
    return { type, times, base: padded(merge(without, type), times.length) };
  });
  const above = (times: readonly number[], base: readonly number[], share: number): number => quantile(times, share) - quantile(base, share);
  const [times, base] = [pairs.flatMap((pair) => pair.times), pairs.flatMap((pair) => pair.base)];
  return {
    count: times.length, p50: above(times, base, 0.5), p999: above(times, base, 0.999),
    types: pairs.map((pair) => ({ type: pair.type, count: pair.times.length, p50: above(pair.times, pair.base, 0.5), p999: above(pair.times, pair.base, 0.999) })).sort((a, b) => b.count - a.count),
  };
}
