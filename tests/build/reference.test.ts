import { readFileSync } from 'node:fs';
import { FIELDS } from '@tactful/protocol';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../scripts/docs/configurationPage.mjs';
import { entriesOf } from '../../scripts/docs/describe.mjs';
import { pages } from '../../scripts/docs/pages.mjs';

describe.each(Object.entries(pages()))('docs/reference/%s', (name, text) => {
  it('says what the tables say (npm run docs)', () => {
    expect(readFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8')).toBe(text);
  });
});

it.each(SECTIONS)('%s: every key has its meaning, and every meaning its key', (_heading, row, schema) => {
  expect(Object.keys(FIELDS[row as keyof typeof FIELDS]).sort()).toEqual(entriesOf(schema).map(({ name }: { name: string }) => name).sort());
});
