import { readFileSync } from 'node:fs';
import { LOSSES } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { listFiles, ROOT } from './listFiles.ts';

/** Written at the edge, never by a device. */
const OF_THE_EDGE = ['unknown'];
const CALLS = [/\blost\(\s*'(\w+)'/g, /\badd\((?:\w+\.)*loss,\s*'(\w+)'/g, /\bloss: record\(\{ (\w+): 1 \}\)/g];

it('every loss that a device counts is on the list, and nothing else is', () => {
  const files = ['packages/sdk/src', 'packages/engine/src'].flatMap((folder) => listFiles(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const texts = files.map((file) => readFileSync(ROOT + file, 'utf8'));
  const counted = texts.flatMap((text) => CALLS.flatMap((call) => [...text.matchAll(call)].map(([, reason]) => reason as string)));
  expect([...new Set([...counted, ...OF_THE_EDGE])].sort()).toEqual([...LOSSES].sort());
});
