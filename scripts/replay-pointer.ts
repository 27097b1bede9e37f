/**
 * `npm run replay:pointer -- FILE [--part 1min|3min] [--people N] [--pages N]`: plays recorded pointer traces (a SapiMouse
 * archive) over the example shop in Chromium and holds Tactful's dwell and rests against sums made from the recording alone.
 */
import { chromium } from 'playwright-core';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';
import { openGround } from './replay-pointer/openGround.ts';
import { playTrace, type Played } from './replay-pointer/playTrace.ts';
import { printTable } from './replay-pointer/printTable.ts';
import { readTraces } from './replay-pointer/readTraces.ts';
import { findChromium } from './setup/findChromium.mjs';

/** Tactful's dwell may differ by so much from the sum of the recording. */
const TOLERANCE_MS = 100;
const MOST = { people: 100_000, pages: 32 };

const USAGE = 'npm run replay:pointer -- FILE [--part 1min|3min] [--people N] [--pages N]   a SapiMouse archive (.tar.xz)';

const { values, positionals: [archive] } = readArguments({
  usage: USAGE, most: 1,
  options: { part: { type: 'string', default: '1min' }, people: { type: 'string', default: '1000' }, pages: { type: 'string', default: '6' } },
});
const misuse = (message: string): never => {
  console.error(message);
  process.exit(2);
};
if (archive === undefined) misuse(USAGE);
const fail = (error: Error): never => misuse(error.message);
const count = (name: 'people' | 'pages'): number => {
  try {
    return readCount(values[name], { name: `--${name}`, most: MOST[name] });
  } catch (error) {
    return fail(error as Error);
  }
};
const [people, pages] = [count('people'), count('pages')];
const traces = await readTraces(archive!, values.part).then((all) => all.slice(0, people), fail);
const executablePath = findChromium() ?? misuse('Chromium is not installed; npm run setup -- --chromium does it.');
const ground = await openGround().catch(fail);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] });
const bar = createBar(traces.reduce((sum, { samples }) => sum + samples.length, 0), 'samples');
const played: Played[] = [];
const waiting = traces.map((trace, index) => ({ trace, index }));
const started = performance.now();
// A page takes one input a frame, so several pages side by side are as many times faster.
await Promise.all(Array.from({ length: pages }, async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    played[next.index] = await playTrace(browser, { trace: next.trace, ground: ground.of(next.index), step: bar.step });
  }
}));
bar.end();
await browser.close();
await ground.close();
const sound = printTable(played, { toleranceMs: TOLERANCE_MS, seconds: (performance.now() - started) / 1_000 });
process.exitCode = sound ? 0 : 1;
