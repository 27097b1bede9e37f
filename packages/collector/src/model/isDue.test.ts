import { expect, it } from 'vitest';
import { isDue } from './isDue.ts';

const DAY = 86_400_000, NOW = 100 * DAY;
const tried = { at: NOW - 2 * DAY, samples: 600, cut: 1 };

it.each<[string, Parameters<typeof isDue>[0], number, boolean]>([
  ['never tried', undefined, 600, true],
  ['they were too few, last night', { at: NOW - DAY, samples: 480 }, 510, true],
  ['tried two days ago', tried, 600, false],
  ['a few more since', tried, 1_199, false],
  ['twice as many', tried, 1_200, true],
  ['a week ago, but for the minutes of a schedule', { ...tried, at: NOW - 6.6 * DAY }, 600, true],
])('%s', (_name, last, moments, due) => {
  expect(isDue(last, { moments, now: NOW })).toBe(due);
});
