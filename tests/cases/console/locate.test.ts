import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { locateIssue } from '../../../packages/console/src/editor/locateIssue.ts';

const { text, rows } = JSON.parse(readFileSync(new URL('locate.json', import.meta.url), 'utf8')) as { text: string; rows: [name: string, path: string, found: string][] };

it.each(rows)('%s: %s', (_name, path, found) => {
  const { from, to } = locateIssue(text, path);
  expect(text.slice(from, to)).toBe(found);
});
