import type { TraceEvent } from './readTrace.ts';

const LONG_MS = 50;

/** What the tasks of the page's main thread took above 50 ms, by the thread's own clock: ms. The page's is the busiest main thread of a renderer. */
export function readBlocking(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const tasks = new Map<string, number[]>();
  for (const event of events) if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain') tasks.set(threadOf(event), []);
  for (const event of events) if (event.name === 'ThreadControllerImpl::RunTask') tasks.get(threadOf(event))?.push((event.tdur ?? 0) / 1_000);
  const sum = (times: readonly number[]): number => times.reduce((all, one) => all + one, 0);
  const [busiest = []] = [...tasks.values()].sort((a, b) => sum(b) - sum(a));
  return sum(busiest.map((ms) => Math.max(0, ms - LONG_MS)));
}
