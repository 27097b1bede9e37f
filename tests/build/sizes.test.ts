import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUDGETS, measureSizes, NOT_YET, SUMS } from '../../scripts/build/measureSizes.mjs';
import { writeReadmeSizes } from '../../scripts/build/writeReadmeSizes.mjs';

const sizes = measureSizes();

it('builds every file of the page', () => {
  expect(sizes.map(({ file }) => file)).toEqual([...Object.keys(BUDGETS), ...Object.keys(SUMS)]);
});

const limitOf = (file: string, budget: number | null): number => (NOT_YET as Readonly<Record<string, number>>)[file] ?? budget!;

it.each(sizes.filter(({ budget }) => budget !== null))('keeps $file within $budget bytes, or from growing where it does not hold that yet', ({ file, gzip, budget }) => {
  expect(gzip).toBeLessThanOrEqual(limitOf(file, budget));
});

const HELD = sizes.filter(({ file, budget }) => file in BUDGETS && budget !== null);
// Compressors of one format differ by some bytes: the promise holds by the one of Node and by the one of the shell.
it.runIf(spawnSync('gzip', ['--version']).status === 0).each(HELD)('keeps $file within $budget bytes by the command gzip -9, too', ({ file, budget }) => {
  const input = readFileSync(new URL(`../../packages/sdk/dist/${file}`, import.meta.url));
  expect(spawnSync('gzip', ['-9nc'], { input }).stdout.length).toBeLessThanOrEqual(budget!);
});

it('names nothing as too large that holds its budget', () => {
  for (const file of Object.keys(NOT_YET)) expect(sizes.find((size) => size.file === file)).toSatisfy(({ gzip, budget }) => gzip > budget!);
});

it('tells the measured sizes in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme.match(/<!-- size:\w+ -->/g)).toHaveLength(15);
  expect(readme).toBe(writeReadmeSizes(readme, sizes));
});
