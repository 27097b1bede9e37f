import type { Summary } from '@tactful/protocol';
import { createTestHarness, type TestHarness } from 'wrangler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHARD_SCHEMA } from '../../packages/collector/src/shard/schema.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { MEASURED, SIGNED } from '../../scripts/limits/MEASURED.ts';
import type { Cost } from './rows/Counted.ts';

let harness: TestHarness;
beforeAll(async () => {
  harness = createTestHarness({ workers: [{ configPath: './tests/worker/rows/wrangler.toml' }] });
  await harness.listen();
});
afterAll(() => harness.close());

const NOW = 1_800_000_000_000;
const ask = async <T = Cost>(body: object, shard = 'one'): Promise<T> => {
  const answer = await harness.getWorker().fetch(`http://rows/${shard}`, { method: 'POST', body: JSON.stringify(body) } as never);
  return await answer.json() as T;
};
const intake = (summary: Summary, shard?: string): Promise<Cost> =>
  ask({ now: NOW, sentAt: NOW, facts: { currency: 'EUR', goals: { stall: { event: 'purchase', within: 86_400_000 } }, controls: { stall: { 1: 0.1 } } }, hooks: [], summaries: [summary] }, shard);
const at = NOW - 60_000;
const session = (n: number, own: Partial<Summary> = {}): Summary => makeSummary({ visitor: `visitor-of-22-chars-${n}`, session: `session-of-22-chars-${n}`, startedAt: at, signals: { 'save-workflow': { count: 2, longestRun: 1 } }, gates: { stall: { conditions: 1, page: 2 } }, ...own });

it('a request costs as many rows as the limits are reckoned with', async () => {
  const rows = ({ written, read }: Cost): object => ({ written, read });
  const empty = await ask({ load: NOW });
  expect(empty.bytes).toBe(MEASURED.emptyBytes);
  const exposures = [makeExposure({ id: 'exposure-of-22-chars-a', at })], snapshots = [{ on: 'exposure' as const, at, x: [80, 2, 14, 0, 5, 63, 0, 0, 2, 9] }], goals = [makeGoal({ id: 'goal-of-22-chars-bbbbb', at: at + 1 })];
  await intake(session(0));
  const now = {
    load: rows(await ask({ load: NOW })), first: rows(await intake(session(1))), next: rows(await intake(session(1, { seq: 2, activeMs: 50_000 }))),
    exposure: rows(await intake(session(1, { seq: 3, activeMs: 60_000, exposures, snapshots }))), goal: rows(await intake(session(1, { seq: 4, activeMs: 60_000, exposures, snapshots, goals }))),
  };
  const { emptyBytes: _empty, sessionBytes: _session, ...held } = MEASURED;
  expect(now).toEqual(held);
});

it('a signed user costs as many rows more as the limits are reckoned with', async () => {
  const sum = (...costs: readonly Cost[]): object => ({ written: costs.reduce((all, { written }) => all + written, 0), read: costs.reduce((all, { read }) => all + read, 0) });
  const exposures = [makeExposure({ id: 'exposure-of-22-chars-a', at })], visitor = 'visitor-of-22-chars-1', user = 'user-of-22-characters-';
  const heard = { site: 'shop', now: NOW };
  const profile = <T>(body: object): Promise<Cost<T>> => ask<Cost<T>>({ ...body, heard }, 'profile');
  /** As `meetUser`: the shard, then the profile. */
  const meet = async (): Promise<Cost[]> => {
    const linked = await ask<Cost<object>>({ link: { visitor, user }, now: NOW }, 'users');
    const met = await profile<readonly object[]>({ meet: linked.answer! });
    expect(met.answer).toEqual([]);
    return [linked, met];
  };
  const asked = async (): Promise<Cost[]> => [...await meet(), await profile({})];
  await intake(session(0), 'users');
  const first = await asked();
  await intake(session(1), 'users');
  const body = await meet();
  await intake(session(1, { seq: 2, exposures }), 'users');
  const exposure = await meet();
  const again = await asked();
  const told = await profile<{ readonly joins: readonly object[] }>({ tell: [{ id: 'order', at: NOW, goal: { id: 'goal-of-22-chars-bbbbb', event: 'purchase', mills: 9_000, lacks: '', at: NOW } }] });
  expect(told.answer!.joins).toHaveLength(1);
  const order = [told, await ask({ join: told.answer!.joins[0]! }, 'users')];
  expect({ first: sum(...first), again: sum(...again), body: sum(...body), exposure: sum(...exposure), order: sum(...order), userBytes: first.at(-1)!.bytes }).toEqual(SIGNED);
});

it('rollups of the version before are counted anew from the rows, once', async () => {
  const query = (text: string): Promise<readonly object[]> => ask({ query: text }, 'old');
  const rollups = (): Promise<readonly object[]> => query('SELECT * FROM rollups ORDER BY day, kind, subject, arm, measure');
  await intake(session(1, { exposures: [makeExposure({ id: 'e', at })], goals: [makeGoal({ id: 'g', at: at + 1 })] }), 'old');
  const counted = await rollups();
  expect(counted).toContainEqual(expect.objectContaining({ measure: 'mills:31', n: 50_000 }));
  const before = "UPDATE rollups SET measure = 'mills' WHERE measure = 'mills:31'";
  await query(before);
  await query(`DELETE FROM migrated WHERE step IN (${SHARD_SCHEMA.flatMap((step, at) => (typeof step === 'string' ? [] : [at])).join(', ')})`);
  expect(await rollups()).toEqual(counted);
  await query(before);
  expect(await rollups()).not.toEqual(counted);
});

it('a session adds as many bytes as the limits are reckoned with', async () => {
  const SESSIONS = 300;
  let last = 0;
  for (let n = 0; n < SESSIONS; n++) last = (await intake(session(n + 100, n % 2 ? { exposures: [makeExposure({ id: 'exposure-of-22-chars-a', at })] } : {}), 'many')).bytes;
  expect(Math.round((last - MEASURED.emptyBytes) / SESSIONS)).toBe(MEASURED.sessionBytes);
});

it.each(['PRAGMA secure_delete = ON', 'PRAGMA main.secure_delete = FAST', 'VACUUM'])('the platform lets no object overwrite its free bytes by itself: %s', async (query) => {
  await expect(ask({ query }, 'free')).rejects.toThrow(/not authorized|VACUUM from within a transaction/);
});
