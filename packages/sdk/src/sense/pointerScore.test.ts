import { describe, expect, it } from 'vitest';
import { findMovements, type PointerSample } from './findMovements.ts';
import { pointerScore } from './pointerScore.ts';

/** Park and Miller's dice, so that each run draws the same. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = state * 48_271 % 2_147_483_647) / 2_147_483_647;
}

type Way = (share: number, draw: () => number) => readonly [x: number, y: number];

/** So many movements of 40 samples along a way, 16 ms apart, a second of rest between them. */
function moves(count: number, way: Way, draw = dice(7)): PointerSample[] {
  return Array.from({ length: count * 40 }, (_one, index): PointerSample => {
    const [x, y] = way(index % 40 / 39, draw);
    return [Math.floor(index / 40) * 1_640 + index % 40 * 16, Math.round(x), Math.round(y)];
  });
}

/** Two strokes, the second a short correction; each step is off by up to a quarter of its length, as muscles are. */
function hand(count: number): PointerSample[] {
  const draw = dice(3);
  let [x, y] = [0, 0];
  return Array.from({ length: count * 40 }, (_one, index): PointerSample => {
    const u = index % 40 / 39;
    if (!u) [x, y] = [100 + draw() * 50, 100 + draw() * 50];
    const speed = 45 * Math.exp(-(((u - 0.25) / 0.12) ** 2)) + 14 * Math.exp(-(((u - 0.65) / 0.09) ** 2)) + 1;
    x += speed * (1 + (draw() - 0.5) / 2);
    y += speed * (0.4 + (draw() - 0.5) / 3);
    return [Math.floor(index / 40) * 1_640 + index % 40 * 16, Math.round(x), Math.round(y)];
  });
}

const ease = (u: number): number => u ** 3 * (10 - 15 * u + 6 * u * u);
const SCRIPTS: readonly (readonly [string, Way])[] = [
  ['straight and even', (u) => [600 * u, 300 * u]],
  ['eased as a hand with the least jerk', (u) => [600 * ease(u), 300 * ease(u)]],
  ['a curve', (u) => [600 * u, 400 * u * (1 - u)]],
  ['straight with jitter', (u, draw) => [600 * u + 6 * (draw() - 0.5), 300 * u + 6 * (draw() - 0.5)]],
  ['trembling', (u, draw) => [400 * ease(u) + 16 * (draw() - 0.5), 300 * ease(u) + 16 * (draw() - 0.5)]],
];

describe('pointerScore', () => {
  it.each(SCRIPTS)('finds a script: %s', (_name, way) => {
    expect(pointerScore(moves(5, way))).toBeGreaterThan(0.5);
  });

  it('leaves a hand alone', () => {
    expect(pointerScore(hand(5))).toBeLessThan(0.2);
  });

  it('does not judge before five movements that can be judged', () => {
    const [, straight] = SCRIPTS[0]!;
    expect(pointerScore([])).toBeUndefined();
    expect(pointerScore(moves(4, straight))).toBeUndefined();
    expect(pointerScore([...moves(4, straight), ...moves(1, (u) => [20 * u, 0]).map(([at, x, y]): PointerSample => [at + 60_000, x, y])])).toBeUndefined();
  });

  it('does not care where and when it was', () => {
    const there = hand(6).map(([at, x, y]): PointerSample => [at + 1e6, x + 300, y - 900]);
    expect(pointerScore(there)).toBe(pointerScore(hand(6)));
  });

  it('is a probability whatever comes: samples of one moment, of one place, far away', () => {
    const wild: PointerSample[] = moves(6, (u, draw) => [1e6 * (draw() - 0.5), u < 0.5 ? 0 : 1e6 * draw()]).map(([at, x, y], index) => [index % 2 ? at : at - 16, x, y]);
    for (const samples of [wild, moves(6, (u) => [u < 0.5 ? 0 : 500, 0])]) {
      const score = pointerScore(samples)!;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });
});

describe('findMovements', () => {
  it('ends one at a pause, and cuts what is long', () => {
    expect(findMovements(moves(2, (u) => [600 * u, 0])).map(({ length }) => length)).toEqual([40, 40]);
    const long = Array.from({ length: 200 }, (_one, index): PointerSample => [index * 16, index * 10, 0]);
    expect(findMovements(long).map(({ length }) => length)).toEqual([80, 80, 40]);
  });

  it('leaves out what is short, slow or of few samples', () => {
    expect(findMovements(moves(1, (u) => [140 * u, 0]))).toEqual([]);
    expect(findMovements(moves(1, (u) => [155 * u, 0]))).toEqual([]);
    expect(findMovements(moves(1, (u) => [600 * u, 0]).slice(0, 11))).toEqual([]);
  });
});
