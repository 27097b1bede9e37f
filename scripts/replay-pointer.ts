/**
 * `npm run replay:pointer -- FILE [--part 1min|3min] [--people N] [--pages N]`: plays recorded pointer traces (a SapiMouse
 * archive) over the example shop in Chromium and holds Tactful's dwell and rests against sums made from the recording alone.
 */
import { createBar } from './cli/createBar.ts';
import { openReplay } from './replay-pointer/openReplay.ts';
import { playTrace, type Played } from './replay-pointer/playTrace.ts';
import { printTable } from './replay-pointer/printTable.ts';

/** Tactful's dwell may differ by so much from the sum of the recording. */
const TOLERANCE_MS = 100;

const { traces, pages, ground, browser, close } = await openReplay('pointer');
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
await close();
const sound = printTable(played, { toleranceMs: TOLERANCE_MS, seconds: (performance.now() - started) / 1_000 });
process.exitCode = sound ? 0 : 1;
