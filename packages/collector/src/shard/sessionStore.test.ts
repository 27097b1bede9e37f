import type { Summary } from '@tactful/protocol';
import { beforeEach, expect, it } from 'vitest';
import { makeSummary } from '../../../../tests/worker/harness/makeSummary.ts';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { SHARD_SCHEMA } from './schema.ts';
import { createSessionStore, type SessionStore } from './sessionStore.ts';

let store: SessionStore;
/** One session a minute after the last, of so many tabs. */
function put(n: number, { tabs = 1, ...more }: Partial<Summary> & { readonly tabs?: number } = {}): void {
  const summary = (part: number): Summary => makeSummary({ visitor: `v${n}`, session: `s${n}`, part: `p${part}`, activeMs: n, ...more });
  const id = store.create({ visitor: `v${n}`, session: `s${n}`, day: '2026-01-01', skew: 0, now: n * 60_000, summary: summary(0) });
  for (let part = 0; part < tabs; part++) store.putPart(id, summary(part));
}
const told = (limit: number, bytes = 1e9): number[] => store.told({ limit, bytes }).map(({ receivedAt }) => receivedAt / 60_000);
beforeEach(() => { store = createSessionStore(openSql(SHARD_SCHEMA.filter((step) => typeof step === 'string')).sql); });

it('a back-test is told of the newest, as many as fit', () => {
  for (let n = 1; n <= 4; n++) put(n);
  const each = JSON.stringify(makeSummary({ visitor: 'v1', session: 's1', part: 'p0', activeMs: 1 })).length;
  expect([told(9), told(3), told(9, 2 * each), told(9, 2 * each - 1), told(9, 0)]).toEqual([[4, 3, 2, 1], [4, 3, 2], [4, 3], [4], []]);
});

it('… and of no bots, nor of more tabs than people have open', () => {
  put(1);
  put(2, { bot: 0.5 });
  put(3, { tabs: 8 });
  put(4, { tabs: 9 });
  expect(told(9)).toEqual([3, 1]);
});
