import { expect, it } from 'vitest';
import { createLedger } from './createLedger.ts';
import { judge, type StoredPart } from './judge.ts';

/** Four parts of three sessions: the last was killed before its second state was committed. */
function noted() {
  const ledger = createLedger();
  const note = (session: string, part: string, seq: number, committed = true): void => {
    for (const kind of committed ? ['created', 'committed'] as const : ['created'] as const) ledger.note({ kind, session, part, seq, views: seq, orders: 0 });
  };
  note('a', '1', 1);
  note('a', '2', 1);
  note('b', '1', 2);
  note('c', '1', 1);
  note('c', '1', 2, false);
  return ledger;
}
const row = (session: string, part: string, seq: number, own: Partial<StoredPart> = {}): StoredPart => ({ session, part, seq, views: seq, orders: 0, loss: {}, ...own });
const whole = [row('a', '1', 1), row('a', '2', 1), row('b', '1', 2), row('c', '1', 1)];
const fine = { sessions: 3, created: 4, stored: 4, kept: 0, dropped: {}, cut: 0, lost: 0, fell: 0, doubled: 0, invented: 0, altered: 0, unaccounted: 0, faults: [] };

it.each<[string, readonly StoredPart[], readonly (readonly [string, number])[], object]>([
  ['finds nothing where all is there', whole, [], {}],
  ['takes a state that was not committed as well', [...whole.slice(0, 3), row('c', '1', 2)], [], {}],
  ['counts what is still kept', whole.slice(1), [['a/1', 1]], { stored: 3, kept: 1 }],
  ['sees one that is gone', whole.slice(1), [], { stored: 3, lost: 1, unaccounted: 1 }],
  ['sees an older state than was committed, which no page told of', [...whole.slice(0, 2), row('b', '1', 1), whole[3]!], [], { lost: 1, invented: 1 }],
  ['takes one that was told as dropped', [row('a', '1', 1, { loss: { outbox: 1, error: 3 } }), ...whole.slice(2)], [], { stored: 3, dropped: { outbox: 1 } }],
  ['sees one told as dropped that is there', [row('a', '1', 1, { loss: { refused: 1 } }), ...whole.slice(1)], [], { dropped: { refused: 1 }, unaccounted: 1 }],
  ['sees two rows of one part', [...whole, row('b', '1', 2)], [], { doubled: 1 }],
  ['sees what nobody created', [...whole, row('d', '1', 1)], [], { stored: 5, invented: 1 }],
  ['sees other numbers', [...whole.slice(0, 3), row('c', '1', 1, { orders: 1 })], [], { altered: 1 }],
])('%s', (_name, rows, kept, differs) => {
  const ledger = noted();
  const wanted = { ...fine, ...differs };
  const verdict = judge(ledger, rows, kept);
  expect(verdict).toEqual({ ...wanted, faults: expect.any(Array) });
  // One part stands for each, by its name.
  expect(verdict.faults.map((fault) => JSON.parse(fault).name)).toEqual(wanted.lost + wanted.invented + wanted.altered === 0 ? [] : expect.arrayContaining([expect.stringMatching(/^[a-d]\/[12]$/)]));
});

it('counts what was cut before it was committed', () => {
  const ledger = createLedger();
  ledger.note({ kind: 'created', session: 'a', part: '1', seq: 1, views: 1, orders: 0 });
  expect(judge(ledger, [], [])).toEqual({ ...fine, sessions: 1, created: 1, stored: 0, cut: 1 });
});

it.each([[1, 0, 1], [2, 0, 1], [2, 2, 0], [3, 0, 0]])('a state %i with %i views behind state 2 with 2: %i fell', (seq, views, fell) => {
  const ledger = createLedger();
  for (const state of [{ seq: 2, views: 2 }, { seq, views }]) ledger.note({ kind: 'created', session: 'a', part: '1', orders: 0, ...state });
  expect(judge(ledger, [], []).fell).toBe(fell);
});
