import { expect, it } from 'vitest';
import { countRests } from '../../../scripts/replay-pointer/countRests.ts';
import { parseTrace } from '../../../scripts/replay-pointer/parseTrace.ts';
import { sumActive } from '../../../scripts/replay-pointer/sumActive.ts';
import type { Sample } from '../../../scripts/replay-pointer/Trace.ts';
import parseCases from './parseTrace.json' with { type: 'json' };
import restCases from './countRests.json' with { type: 'json' };
import sumCases from './sumActive.json' with { type: 'json' };

const move = (at: number, x = 0, y = 0): Sample => ({ at, button: 'NoButton', state: 'Move', x, y });

it.each(sumCases as [string, number[], number][])('active time: %s', (_name, times, sum) => {
  expect(sumActive(times.map((at) => move(at)))).toBe(sum);
});

type Rests = { boxes: [number, number, number, number, number?][]; samples: [number, number, number][] };
it.each(restCases as [string, Rests, number][])('rests of 500 ms: %s', (_name, { boxes, samples }, count) => {
  const standing = { at: 0, boxes: boxes.map(([left, top, right, bottom, radius = 0]) => ({ left, top, right, bottom, radius })) };
  expect(countRests(samples.map(([at, x, y]) => move(at, x, y)), [standing], 500)).toBe(count);
});

it('an element that moved away is no longer there', () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10, radius: 0 };
  const samples = [move(0, 5, 5), move(400, 5, 5), move(800, 5, 5)];
  expect(countRests(samples, [{ at: 0, boxes: [box] }, { at: 400, boxes: [] }], 500)).toBe(0);
  expect(countRests(samples, [{ at: 0, boxes: [box] }, { at: 800, boxes: [] }], 500)).toBe(1);
});

it.each(parseCases as [string, string, number | string][])('a recording: %s', (_name, csv, expected) => {
  if (typeof expected === 'string') expect(() => parseTrace('t', csv)).toThrow(expected);
  else expect(parseTrace('t', csv).samples).toHaveLength(expected);
});
