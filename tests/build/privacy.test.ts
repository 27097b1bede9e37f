import { readdirSync, readFileSync } from 'node:fs';
import { TEXTS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { CONSENTS, mayStore } from '../../packages/sdk/src/ship/consent.ts';

const guide = readFileSync('docs/guides/privacy.md', 'utf8');
const rows = /<!-- kept -->\n([^]*)<!-- \/kept -->/.exec(guide)![1]!.trim().split('\n').slice(2).map((row) => row.split('|').map((cell) => cell.trim()));

it('has a row for each state of consent, and nothing kept where nothing may be', () => {
  expect(rows.map(([, status]) => status!.replaceAll('`', '')).sort()).toEqual([...CONSENTS].sort());
  expect(rows.filter(([, , kept]) => !kept!.startsWith('nothing')).map(([, status]) => status!.replaceAll('`', ''))).toEqual(CONSENTS.filter(mayStore).reverse());
});

it('names all that the SDK keeps', () => {
  const folder = 'packages/sdk/src/ship';
  const source = readdirSync(folder).filter((file) => /^\w+\.ts$/.test(file)).map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
  const keys = new Set([...source.matchAll(/storage\.(?:set|update)(?:<[^(]*>)?\('([\w:]+)'/g)].map(([, key]) => key!));
  expect(keys).toContain('visitor');
  const named = rows.map(([, , kept]) => kept).join();
  expect([...keys].filter((key) => !named.includes(`\`${key}\``))).toEqual([]);
});

it('names the buttons as the widget does', () => {
  const said = [...guide.matchAll(/“([^”]+)”/g)].map(([, words]) => words!);
  expect(said.filter((words) => !Object.values(TEXTS.en).includes(words))).toEqual([]);
});
