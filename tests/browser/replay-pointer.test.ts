import { expect, it } from 'vitest';
import { playTrace } from '../../scripts/replay-pointer/playTrace.ts';
import type { Sample } from '../../scripts/replay-pointer/Trace.ts';
import { useGround } from './harness/useGround.ts';

const grounds = useGround();

/** A hand that sweeps the page in rows, rests here and there, clicks, drags, and is away for two minutes in the middle. */
function sweep(): Sample[] {
  const samples: Sample[] = [];
  let at = 4_114_957;
  for (let y = 20; y < 720; y += 70) {
    for (let x = 20; x < 1_280; x += 60) {
      at += (x + y) % 7 === 0 ? 650 : 17;
      samples.push({ at, button: 'NoButton', state: 'Move', x, y });
    }
    const { x } = samples.at(-1)!;
    at += 90;
    for (const state of ['Pressed', 'Drag', 'Released'] as const) samples.push({ at: at += 30, button: 'Left', state, x, y });
    if (y === 370) at += 120_000;
  }
  return samples;
}

it('a made-up hand over each of the shop’s pages: dwell and hovers are those of the recording', { timeout: 240_000 }, async () => {
  const { browser, ground } = grounds();
  const samples = sweep();
  for (let page = 0; page < 4; page++) {
    let steps = 0;
    const { errors, active, rests } = await playTrace(browser, { trace: { name: 'sweep', samples }, ground: ground.of(page), step: (n) => { steps += n; } });
    expect(errors).toEqual([]);
    expect(steps).toBe(samples.length);
    expect(active.trace).toBeGreaterThan(60_000);
    expect(Math.abs(active.tactful - active.trace)).toBeLessThanOrEqual(100);
    expect(rests.trace).toBeGreaterThan(0);
    expect(rests.tactful).toBe(rests.trace);
  }
});
