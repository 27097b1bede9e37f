import type { PerEvent } from '../measure/addedPerEvent.ts';
import { write } from './tableLines.ts';

/** Fewer of a type say nothing. */
const LEAST = 50;

/** What single input events take more with Tactful, by type; a thousandth is told where there are thousands. */
export function eventTable({ count, p50, p999, types }: PerEvent): string[][] {
  const row = (name: string, times: number, middle: number, last: number): string[] => [name, write(times), write(middle, 3), times >= 1_000 ? write(last, 2) : '–'];
  return [['per input event, above no SDK', 'events', 'p50 ms', 'p99.9 ms'], row('all', count, p50, p999), ...types.filter((one) => one.count >= LEAST).map((one) => row(`  ${one.type}`, one.count, one.p50, one.p999))];
}
