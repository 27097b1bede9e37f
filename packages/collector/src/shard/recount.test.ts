import { expect, it } from 'vitest';
import { makeExposure, makeGoal, makeSummary } from '../../../../tests/worker/harness/makeSummary.ts';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { createShardStores, type ShardStores } from './createShardStores.ts';
import { eraseVisitor } from './eraseVisitor.ts';
import { ingest } from './ingest.ts';
import { joinVisitor } from './joinVisitor.ts';
import { beginRecount, changes, compareWith, rebuild } from './recount.ts';
import { retireOld } from './retireOld.ts';
import { SHARD_SCHEMA } from './schema.ts';

const NOW = 1_800_000_000_000, DAY = 86_400_000, VISITORS = 450;
const facts = { currency: 'EUR', goals: { stall: { event: 'purchase', within: DAY } }, controls: {} };
const nameOf = (n: number): string => `v${String(n).padStart(3, '0')}`;

/** One body of one visitor: what they met and bought, in a session of that number. */
const visit = (stores: ShardStores, n: number, { session = 1, seq = 1, now = NOW, value = 50 } = {}): unknown => ingest(stores, {
  now, sentAt: 61_000, facts, hooks: [], summaries: [makeSummary({
    visitor: nameOf(n), session: `s${n}-${session}`, seq, signals: { ask: { count: seq, longestRun: 1 } },
    exposures: [makeExposure({ id: `e${n}-${session}` })], goals: [makeGoal({ id: `g${n}-${session}-${seq}`, value })],
  })],
});

function open(visitors = VISITORS): ShardStores & ReturnType<typeof openSql> {
  const { sql, run } = openSql(SHARD_SCHEMA.filter((step) => typeof step === 'string'));
  const stores = { ...createShardStores(sql), sql, run };
  for (let n = 0; n < visitors; n++) visit(stores, n);
  return stores;
}

it('counts some two hundred sessions a turn', () => {
  const stores = open();
  const recounting = beginRecount(stores);
  expect([recounting.turn(), recounting.turn(), recounting.turn()]).toEqual([false, false, true]);
  expect(compareWith(stores.rollups, recounting.end())).toMatchObject({ sessions: VISITORS, differences: [], unmerged: [] });
  expect(stores.recounts.size).toBe(0);
});

it('is given up by a row that can’t be read: what was half counted is nobody’s, and bodies come through', () => {
  const stores = open();
  const [summary] = stores.sql.exec("SELECT summary FROM sessions WHERE visitor = 'v300'").toArray().map((row) => String(row['summary']));
  stores.run("UPDATE sessions SET summary = '{' WHERE visitor = 'v300'");
  const recounting = beginRecount(stores);
  recounting.turn();
  expect(() => recounting.turn()).toThrow();
  expect(stores.recounts.size).toBe(0);

  // One that was counted before its row broke.
  stores.run(`UPDATE sessions SET summary = '${summary!}' WHERE visitor = 'v300'`);
  const next = beginRecount(stores);
  next.turn();
  stores.run("UPDATE sessions SET summary = '{' WHERE visitor = 'v010'");
  changes(stores, 'v010');
  expect(stores.recounts.size).toBe(0);
});

// Each, of a visitor who was counted already, of one who was not yet, and of one who was counted last.
it.each<[string, (stores: ShardStores, n: number) => unknown, number]>([
  ['a session goes on', (stores, n) => visit(stores, n, { seq: 2, value: 70 }), 0],
  ['a session begins', (stores, n) => visit(stores, n, { session: 2 }), 3],
  ['another device tells of them', (stores, n) => joinVisitor(stores, { visitor: nameOf(n), campaigns: { stall: 'mixed' }, goals: [{ id: 'told', event: 'purchase', mills: 9_000, lacks: '', at: NOW }] }), 0],
  ['they are erased', (stores, n) => eraseVisitor(stores, nameOf(n), NOW), -3],
])('agrees with the sums as they stand at its end, where between two turns %s', (_what, change, more) => {
  const stores = open();
  const before = stores.rollups.all();
  const recounting = beginRecount(stores);
  recounting.turn();
  for (const n of [10, 199, 449]) change(stores, n);
  recounting.turn();
  // Once more, of one who waits to be counted again, too.
  for (const n of [10, 11]) visit(stores, n, { seq: 3 });
  while (!recounting.turn());
  expect(compareWith(stores.rollups, recounting.end())).toMatchObject({ sessions: VISITORS + more, differences: [], unmerged: [] });
  expect(stores.rollups.all()).not.toEqual(before);
});

it('… and where what is too old is removed', () => {
  const stores = open();
  for (const n of [10, 449]) visit(stores, n, { session: 2, now: NOW + 90 * DAY });
  const recounting = beginRecount(stores);
  recounting.turn();
  recounting.turn();
  retireOld(stores, { keep: 30 * DAY, now: NOW + 90 * DAY });
  while (!recounting.turn());
  expect(compareWith(stores.rollups, recounting.end())).toMatchObject({ sessions: VISITORS + 2 - 200, differences: [], unmerged: [] });
});

it('tells of a sum that is wrong, and of a session that is not the merge of its parts, unless it was sent anew', () => {
  const stores = open();
  stores.run(`UPDATE rollups SET n = n + 5 WHERE measure = 'sessions' AND kind = 'site'; UPDATE sessions SET summary = replace(summary, '"part":"p1"', '"part":"p1","odd":1') WHERE id IN (8, 9, 441)`);
  const recounting = beginRecount(stores);
  recounting.turn();
  visit(stores, 8, { seq: 2 });
  while (!recounting.turn());
  const { differences, unmerged } = compareWith(stores.rollups, recounting.end());
  expect(unmerged).toEqual(['s7-1', 's440-1']);
  expect(differences).toMatchObject([{ measure: 'sessions', n: -5, kept: '455', counted: '450' }]);
});

it('is given up where nobody asks for more', () => {
  const stores = open(1);
  const recounting = beginRecount(stores);
  recounting.turn();
  for (let n = 1; n < 2_000; n++) recounting.before(`u${n}`);
  expect(stores.recounts.size).toBe(1);
  visit(stores, 0, { seq: 2 });
  expect(stores.recounts.size).toBe(0);
});

it('a new version’s sums are counted within a turn, or left for later as they are', () => {
  for (const [visitors, expected] of [[150, undefined], [201, 'later']] as const) {
    const stores = open(visitors);
    const before = stores.rollups.all();
    stores.run('UPDATE rollups SET n = n + 1');
    const stale = stores.rollups.all();
    expect([rebuild(stores), stores.recounts.size]).toEqual([expected, 0]);
    expect(stores.rollups.all()).toEqual(expected ? stale : before);
  }
});
