import type { CDPSession, Page } from 'playwright-core';
import type { BenchStage } from '../serve/openStage.ts';
import type { Sink } from '../serve/openSink.ts';

/** A visitor who was never here before, in one tab. */
export interface Visit {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly sink: Sink;
  /** Hosts that were asked for in vain. */
  readonly elsewhere: ReadonlySet<string>;
  /** Chromium's own counters of the tab's main thread: seconds of processor time, bytes, numbers. */
  metrics(): Promise<Readonly<Record<string, number>>>;
  /** Bytes of the heap after a forced collection. */
  heap(): Promise<number>;
  /** Resolves once the collector has heard nothing for so long. */
  quiet(ms?: number): Promise<void>;
  close(): Promise<void>;
}

const QUIET_MS = 700;
const PATIENCE_MS = 15_000;
/** A browser without a window says so, and some peers do nothing in it. */
const DESKTOP = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version}.0.0.0 Safari/537.36';
const VIEWPORT = { width: 1280, height: 800 };

/** @param slower by how much the processor is throttled; 1 is not at all */
export async function openVisit(stage: BenchStage, name: string, slower: number): Promise<Visit> {
  const { sink } = stage.contenders.get(name)!;
  const context = await stage.browser.newContext({ viewport: VIEWPORT, locale: 'en-US', userAgent: DESKTOP.replace('{version}', stage.browser.version().split('.')[0]!) });
  const page = await context.newPage();
  const elsewhere = new Set<string>();
  page.on('requestfailed', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname && !/(^|\.)localhost$|^127\./.test(hostname)) elsewhere.add(hostname);
  });
  const cdp = await context.newCDPSession(page);
  // The thread's own clock: what else the machine does is left out, what the throttle makes it spin is not.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  sink.hits.length = 0;
  return {
    page, cdp, sink, elsewhere,
    metrics: async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(({ name: key, value }) => [key, value])),
    async heap() {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    },
    quiet: (ms = QUIET_MS) => sink.quiet(ms, PATIENCE_MS),
    close: () => context.close(),
  };
}
