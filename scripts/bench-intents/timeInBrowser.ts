import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Times in a browser whose processor is made four times slower. */
export interface BrowserTimes {
  /** One score, µs: median and 99th percentile. */
  readonly median: number;
  readonly p99: number;
  /** Reading the model's JSON, ms: 99th percentile. */
  readonly parse: number;
}

const THROTTLE = 4;
const ENGINE = new URL('../../packages/sdk/dist/tactful-engine.mjs', import.meta.url);

/**
 * Runs the scorer of the built engine in Chromium. Isolated from other origins, so that its clock ticks in 5 µs.
 * @throws Error when nothing has been built.
 */
export async function timeInBrowser(executablePath: string, model: string, sessions: readonly object[]): Promise<BrowserTimes> {
  if (!existsSync(ENGINE)) throw new Error('There is no packages/sdk/dist/tactful-engine.mjs; run npm run build first.');
  const engine = readFileSync(ENGINE, 'utf8');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] });
  try {
    const page = await browser.newPage();
    const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    await page.route('**/*', (route) => route.fulfill(route.request().url().endsWith('/engine.mjs') ? { headers, contentType: 'text/javascript', body: engine } : { headers, contentType: 'text/html', body: '<!doctype html><title>bench</title>' }));
    await page.goto('http://localhost:9/');
    await page.evaluate(async () => { Object.assign(globalThis, await import('/engine.mjs' as string)); });
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    return await page.evaluate(measure, { model, sessions });
  } finally {
    await browser.close();
  }
}

/** Runs in the page: rounds of a hundred batches of ten; the quietest round counts, as other work on the machine only ever adds. */
function measure({ model, sessions }: { readonly model: string; readonly sessions: readonly object[] }): BrowserTimes {
  const { score } = globalThis as unknown as { score: (form: unknown, features: object) => { probability: number } };
  const spans = (work: (index: number) => void): number[] => Array.from({ length: 100 }, (_one, index) => {
    const start = performance.now();
    work(index);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  const quietest = (rounds: number, work: (index: number) => void): number[] =>
    Array.from({ length: rounds }, () => spans(work)).sort((one, other) => one[98]! - other[98]!)[0]!;
  const form = JSON.parse(model);
  const scored = quietest(150, (index) => {
    for (let call = 0; call < 10; call++) score(form, sessions[(index * 10 + call) % sessions.length]!);
  });
  return { median: scored[50]! * 100, p99: scored[98]! * 100, parse: quietest(20, () => JSON.parse(model))[98]! };
}
