import type { BenchStage } from '../serve/openStage.ts';
import { SLOWER } from './measureLoad.ts';
import { openSinglePage, playSinglePage } from './measureSession.ts';
import { readTrace, type TraceEvent, type Traced } from './readTrace.ts';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * One session in a single page, traced: what each event took, and what the subject made the page do. Not throttled, but taken to last
 * as many times as long: the throttle stops the thread for longer than an event lasts, now and then, so it tells nothing of single ones.
 */
export async function traceSession(stage: BenchStage, name: string): Promise<Traced> {
  const visit = await openSinglePage(stage, name, 1);
  await stage.browser.startTracing(visit.page, { categories: CATEGORIES });
  await playSinglePage(visit);
  const { traceEvents } = JSON.parse((await stage.browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  await visit.close();
  return readTrace(traceEvents, (url) => url.startsWith(visit.sink.origin), SLOWER);
}

/** Sessions with and without a subject in turns, until that many events were met with it. */
export async function tracePairs(stage: BenchStage, { name, without, events }: { readonly name: string; readonly without: string; readonly events: number }, say: (what: string) => void): Promise<{ readonly subject: readonly Traced[]; readonly without: readonly Traced[] }> {
  const pairs = { subject: [] as Traced[], without: [] as Traced[] };
  const met = (): number => pairs.subject.reduce((sum, { events: times }) => sum + Object.values(times).reduce((count, { length }) => count + length, 0), 0);
  while (met() < events) {
    say(`single events, ${met()} of ${events}`);
    const before = met();
    pairs.without.push(await traceSession(stage, without));
    pairs.subject.push(await traceSession(stage, name));
    if (met() === before) throw new Error('A session was traced and no input was met in it.');
  }
  return pairs;
}
