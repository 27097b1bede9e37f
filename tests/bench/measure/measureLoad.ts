import type { BenchStage } from '../serve/openStage.ts';
import { openVisit } from './openVisit.ts';
import { readBlocking } from './readBlocking.ts';
import type { TraceEvent } from './readTrace.ts';

/** One first load of the empty page with a subject on it, until nothing is asked for any more. */
export interface Load {
  /** Main thread in scripts, their compilation among it. */
  readonly scriptMs: number;
  /** Main thread in all. */
  readonly taskMs: number;
  /** What tasks took above 50 ms, by the thread's own clock. */
  readonly blockingMs: number;
  /** After a forced collection. */
  readonly heapBytes: number;
  /** Requests but those for scripts. */
  readonly requests: number;
  /** JavaScript fetched, after gzip -9. */
  readonly scriptBytes: number;
  /** Paths of the scripts fetched. */
  readonly scripts: readonly string[];
  readonly elsewhere: readonly string[];
}

export const SLOWER = 4;
/** Long enough for what starts when the page is idle. */
const SETTLE_MS = 1_200;

export async function measureLoad(stage: BenchStage, name: string): Promise<Load> {
  const visit = await openVisit(stage, name, SLOWER);
  // The tasks alone, so that tracing costs the page next to nothing.
  await stage.browser.startTracing(visit.page, { categories: ['toplevel'] });
  await visit.page.goto(stage.emptyOf(name), { waitUntil: 'load' });
  await visit.quiet(SETTLE_MS);
  const metrics = await visit.metrics();
  const { traceEvents } = JSON.parse((await stage.browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  const heapBytes = await visit.heap();
  const hits = [...visit.sink.hits];
  const scripts = hits.filter(({ script }) => script > 0);
  await visit.close();
  return {
    scriptMs: (metrics['ScriptDuration']! + metrics['V8CompileDuration']!) * 1_000,
    taskMs: metrics['TaskDuration']! * 1_000,
    blockingMs: readBlocking(traceEvents), heapBytes,
    requests: hits.length - scripts.length,
    scriptBytes: scripts.reduce((sum, { script }) => sum + script, 0),
    scripts: scripts.map(({ path }) => path),
    elsewhere: [...visit.elsewhere],
  };
}
