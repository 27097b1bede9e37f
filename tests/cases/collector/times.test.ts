import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isLate, serverTime, skewOf } from '../../../packages/collector/src/intake/timesOf.ts';

type Row = readonly [name: string, told: Record<'now' | 'sentAt' | 'startedAt' | 'durationMs' | 'at', number>, expected: { readonly at: number } | 'too_late'];
const rows = JSON.parse(readFileSync('tests/cases/collector/times.json', 'utf8')) as Row[];

it.each(rows)('%s', (_name, { now, sentAt, startedAt, durationMs, at }, expected) => {
  const summary = { startedAt, durationMs };
  const skew = skewOf(summary, { now, sentAt });
  expect(isLate(summary, { now, sentAt }) ? 'too_late' : { at: serverTime(at, { skew, now }) }).toEqual(expected);
});
