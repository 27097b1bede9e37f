import { expect, it } from 'vitest';
import { CLAUSES, type ClauseRow } from './clauses.ts';

const rows = CLAUSES as readonly ClauseRow[];

it.each(rows.map((row) => [row.kind, row] as const))('tells of %s what the reference can print', (_kind, { fires, parameters }) => {
  // It stands after "Fires".
  expect(fires).toMatch(/^(when|once|on) /);
  // What must be given has no word for when it is absent.
  for (const { required, preset, meaning } of parameters) if (required) expect([preset, meaning]).toEqual([undefined, expect.not.stringMatching(/absent/)]);
});

