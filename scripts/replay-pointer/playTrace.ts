import type { Browser, Page } from 'playwright-core';
import { countRests, type Box, type Standing } from './countRests.ts';
import { dispatchSample } from './dispatchSample.ts';
import { measureBoxes } from './measureBoxes.ts';
import { onPage } from './onPage.ts';
import { sumActive } from './sumActive.ts';
import type { Trace } from './Trace.ts';

/** What a page is opened with, and what it is asked. */
export interface Ground {
  readonly name: string;
  readonly url: string;
  /** Selectors whose rests are counted. */
  readonly targets: readonly string[];
  /** Shortest rest that counts, ms. */
  readonly rest: number;
  /** Sets a fresh page up before it loads (settings, storage). */
  prepare(page: Page): Promise<void>;
}

/** One recording over one page. */
export interface Play {
  readonly trace: Trace;
  readonly ground: Ground;
  /** Hears of every sample played. */
  readonly step: (samples: number) => void;
}

/** What Tactful saw of one trace, beside what the trace itself says. */
export interface Played {
  readonly name: string;
  readonly page: string;
  readonly samples: number;
  readonly errors: readonly string[];
  /** Milliseconds. */
  readonly active: { readonly tactful: number; readonly trace: number };
  readonly rests: { readonly tactful: number; readonly trace: number };
}

type Seen = { activeMs: number; hovers: number };
const look = (page: Page): Promise<Seen> => page.evaluate(() => {
  const summary = (window as any).tactful.summary();
  return { activeMs: summary.activeMs, hovers: summary.counts.hovers ?? 0 };
});

/** The screen on which the hand moved, at least a usual one. */
const screenOf = ({ samples }: Trace): { width: number; height: number } => ({
  width: samples.reduce((most, { x }) => Math.max(most, x + 1), 1_280),
  height: samples.reduce((most, { y }) => Math.max(most, y + 1), 720),
});

/**
 * Plays one recording over a page as real input, at the recording's own times on the page's clock (which runs as fast as the
 * browser takes the input), and compares Tactful's summary with sums made from the recording alone.
 */
export function playTrace(browser: Browser, { trace, ground, step }: Play): Promise<Played> {
  return onPage(browser, ground, screenOf(trace), async ({ page, cdp, clock, errors }) => {
    const { samples } = trace;
    const standings: Standing[][] = ground.targets.map(() => []);
    const stand = (boxes: Box[][], at: number): void => boxes.forEach((of, target) => standings[target]!.push({ at, boxes: of }));
    stand(await measureBoxes(page, ground.targets), -Infinity);
    let before: Seen | undefined;
    let now = samples[0]?.at ?? 0;
    for (const sample of samples) {
      await clock.run(sample.at - now);
      now = sample.at;
      await dispatchSample(cdp, sample);
      // The first sample is input: active time is counted from it on.
      before ??= await look(page);
      step(1);
      if (sample.state === 'Released') stand(await measureBoxes(page, ground.targets), sample.at);
    }
    // A hover is counted when it ends, so the hand leaves for where nothing is watched.
    const last = samples.at(-1);
    if (last) await dispatchSample(cdp, { ...last, button: 'NoButton', state: 'Move', x: 1, y: 1 });
    const after = await look(page);
    return {
      name: trace.name, page: ground.name, samples: samples.length, errors,
      active: { tactful: after.activeMs - (before?.activeMs ?? 0), trace: sumActive(samples) },
      rests: { tactful: after.hovers, trace: standings.reduce((sum, of) => sum + countRests(samples, of, ground.rest), 0) },
    };
  });
}
