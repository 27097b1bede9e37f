import { expect, it } from 'vitest';
import { matchPage } from '../../../packages/sdk/src/observe/matchPage.ts';
import { readEntry, readProps } from '../../../packages/sdk/src/observe/readEntry.ts';
import entries from './readEntry.json' with { type: 'json' };
import patterns from './matchPage.json' with { type: 'json' };
import props from './readProps.json' with { type: 'json' };

it.each(patterns as [string, [string, string], boolean][])('matchPage: %s', (_name, [pattern, url], expected) => {
  expect(matchPage(pattern, new URL(url))).toBe(expected);
});

it.each(entries as [string, unknown, unknown][])('readEntry: %s', (_name, entry, expected) => {
  expect(JSON.parse(JSON.stringify(readEntry(entry)))).toEqual(expected);
});

it.each(props as [string, unknown, unknown][])('readProps: %s', (_name, given, expected) => {
  expect(readProps(given)).toEqual(expected);
});
