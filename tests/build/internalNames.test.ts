import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SHOP_MARKS } from '../../packages/protocol/src/compile/compileParts.ts';
import { INTERNAL_NAMES } from '../../scripts/build/internalNames.mjs';
import { BUDGETS } from '../../scripts/build/measureSizes.mjs';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const names = Object.keys(INTERNAL_NAMES);

it('gives each name a short form of its own', () => {
  expect(new Set(Object.values(INTERNAL_NAMES)).size).toBe(names.length);
});

it.each(Object.keys(BUDGETS).filter((file) => file.endsWith('.js')))('%s knows none of them in full: the files agree on what they are called', (file) => {
  expect(read(`packages/sdk/dist/${file}`)).not.toMatch(new RegExp(`[.{,](${names.join('|')})[:,}.=([]`));
});

it('leaves the names alone that the reference tells', () => {
  const folder = 'docs/reference';
  for (const page of readdirSync(new URL(`../../${folder}`, import.meta.url))) {
    expect(read(`${folder}/${page}`).match(/`[^`\n]+`/g)?.filter((name) => names.includes(name.slice(1, -1))) ?? []).toEqual([]);
  }
});

it('leaves the names alone that shops and vendors put on the page', () => {
  expect(SHOP_MARKS.filter((mark) => names.includes(mark))).toEqual([]);
});
