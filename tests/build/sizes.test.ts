import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUDGETS, measureSizes } from '../../scripts/build/measureSizes.mjs';
import { writeReadmeSizes } from '../../scripts/build/writeReadmeSizes.mjs';

const sizes = measureSizes();

it('builds every file of the page', () => {
  expect(sizes.map(({ file }) => file)).toEqual(Object.keys(BUDGETS));
});

it.each(sizes.filter(({ budget }) => budget !== null))('keeps $file within $budget bytes', ({ gzip, budget }) => {
  expect(gzip).toBeLessThanOrEqual(budget!);
});

it('tells the measured sizes in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme.match(/<!-- size:\w+ -->/g)).toHaveLength(4);
  expect(readme).toBe(writeReadmeSizes(readme, sizes));
});
