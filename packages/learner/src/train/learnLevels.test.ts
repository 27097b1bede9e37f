import { expect, it } from 'vitest';
import { encode, learnLevels } from './learnLevels.ts';

it('takes a level for the logit of its share, a rare one nearly for that of all', () => {
  const cells = [...Array<string>(200).fill('often'), ...Array<string>(200).fill('seldom'), 'rare'];
  const labels = cells.map((cell, row) => +(cell === 'often' ? row % 2 === 0 : cell === 'seldom' ? row % 10 === 0 : true));
  const levels = learnLevels(cells, labels);
  expect(levels['often']).toBeGreaterThan(levels['rare']!);
  expect(levels['rare']).toBeGreaterThan(levels['seldom']!);
  expect(levels['often']).toBeCloseTo(Math.log((100 + 20 * (121.5 / 402)) / (100 + 20 * (280.5 / 402))), 2);
});

it('does not know a level that it never saw, nor one that every object has', () => {
  expect(encode(['a', 'b', 'toString', '__proto__'], learnLevels(['a', 'a'], [1, 0]))).toEqual(Float64Array.from([0, NaN, NaN, NaN]));
  expect(encode(['__proto__'], learnLevels(['__proto__'], [1]))[0]).toBeGreaterThan(0);
});
