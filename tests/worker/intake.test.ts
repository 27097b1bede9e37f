import type { Overview } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AGENT } from '../doubles/AGENT.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendBody, sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const agrees = async (site: TestSite) => expect(await (await callAdmin(running, `sites/${site.id}/recount`)).json()).toMatchObject({ differences: [] });
/** How many messages the console shows: today, in the last minutes, and in the rows of sessions. */
const messagesOf = async (site: TestSite) => {
  const { today, minutes, recent } = await (await callAdmin(running, `sites/${site.id}/overview`)).json() as Overview;
  const sum = (rows: readonly { readonly exposures: number }[]): number => rows.reduce((all, { exposures }) => all + exposures, 0);
  return { today: today.exposures, minutes: sum(minutes), rows: sum(recent) };
};

it('stores a summary, answers what it accepted and which configuration is live', async () => {
  const site = await makeSite(running, { id: 'first', source: STALL });
  const answer = await sendSummaries(running, site, [makeSummary({ visitor: 'v1', session: 's1' })]);
  expect(answer).toEqual({ accepted: 1, rejected: [], superseded: [], config: expect.stringMatching(/^[0-9a-z]{22}$/) });
  const [row] = await readRows(running, site, { query: 'SELECT visitor, session, summary FROM sessions' });
  expect(row).toMatchObject({ visitor: 'v1', session: 's1' });
  expect(JSON.parse(String(row?.['summary']))).toEqual(makeSummary({ visitor: 'v1', session: 's1' }));
  await agrees(site);
});

it('keeps the highest seq of each part, merges the parts, and repeats change nothing', async () => {
  const site = await makeSite(running, { id: 'parts', source: STALL });
  const one = makeSummary({ visitor: 'v1', session: 's1', seq: 5, activeMs: 5_000 });
  const other = makeSummary({ visitor: 'v1', session: 's1', part: 'p2', seq: 2, activeMs: 7_000 });
  const read = () => readRows(running, site, { query: "SELECT part, seq, json_extract(summary, '$.activeMs') AS active FROM parts ORDER BY part" });

  await sendSummaries(running, site, [one, other]);
  expect(await sendSummaries(running, site, [{ ...one, seq: 4, activeMs: 1 }])).toMatchObject({ accepted: 0, superseded: [{ index: 0, have: 5 }] });
  expect(await sendSummaries(running, site, [one, other])).toMatchObject({ accepted: 2, superseded: [] });
  expect(await read()).toEqual([{ part: 'p1', seq: 5, active: 5_000 }, { part: 'p2', seq: 2, active: 7_000 }]);
  await sendSummaries(running, site, [{ ...one, seq: 6, activeMs: 6_000 }]);

  const detail = await (await callAdmin(running, `sites/${site.id}/sessions/s1`)).json();
  expect(detail).toMatchObject({ summary: { activeMs: 13_000, part: 'p1+p2' }, parts: [{ part: 'p1', seq: 6 }, { part: 'p2', seq: 2 }] });
  const rollup = await readRows(running, site, { query: "SELECT measure, n FROM rollups WHERE kind = 'site' AND n <> 0 ORDER BY measure" });
  expect(rollup).toEqual([{ measure: 'activeMs', n: 13_000 }, { measure: 'sessions', n: 1 }, { measure: 'visitors', n: 1 }]);
  await agrees(site);
});

it('takes a thousand sessions of one visitor, and no more; those that are there go on, and others come', async () => {
  const site = await makeSite(running, { id: 'endless', source: STALL });
  const names = Array.from({ length: 1_000 }, (_, n) => `s${n}`);
  const of = (session: string, more: object = {}) => makeSummary({ visitor: 'v1', session, exposures: [makeExposure({ id: session })], ...more });
  while (names.length > 0) {
    const body = names.splice(0, 20);
    expect(await sendSummaries(running, site, body.map((session) => of(session)))).toMatchObject({ accepted: body.length });
  }
  const answer = await sendSummaries(running, site, [of('late'), of('s7', { seq: 2 }), makeSummary({ visitor: 'v2', session: 'another' })]);
  expect(answer).toMatchObject({ accepted: 2, rejected: [{ index: 0, code: 'too_many', path: 'session' }] });
  const counted = await readRows(running, site, { query: "SELECT n FROM rollups WHERE kind = 'site' AND measure = 'sessions'" });
  expect(counted.map((row) => row['n']).toSorted()).toEqual([1, 1_000]);
  await agrees(site);
});

it('refuses one summary of a body and keeps the others, with index, code and path', async () => {
  const site = await makeSite(running, { id: 'mixed', source: STALL });
  const answer = await sendSummaries(running, site, [
    makeSummary({ visitor: 'v1', session: 's1' }), { ...makeSummary({ visitor: 'v2', session: 's2' }), url: 'https://x.example/?token=1' },
    makeSummary({ visitor: 'v3', session: 's3' }), makeSummary({ visitor: 'v4', session: 's4', seq: -1 }),
  ]);
  expect(answer).toMatchObject({ accepted: 2, rejected: [{ index: 1, code: 'unknown_key', path: 'url' }, { index: 3, code: 'out_of_range', path: 'seq' }] });
  expect((await readRows(running, site, { query: 'SELECT session FROM sessions' })).map((row) => row['session']).sort()).toEqual(['s1', 's3']);
});

it('attributes from the first exposure, in both arms, and counts who met both as mixed', async () => {
  const site = await makeSite(running, { id: 'lift', source: STALL });
  const day = 86_400_000;
  const treated = makeSummary({ visitor: 'a', session: 's1', exposures: [makeExposure({ id: 'e1', helped: true })], goals: [makeGoal({ id: 'g1' })] });
  await sendSummaries(running, site, [
    treated,
    // The same order seen again in another session is one; the refund takes value back.
    makeSummary({ visitor: 'a', session: 's2', goals: [makeGoal({ id: 'g1', at: 55_000 }), makeGoal({ id: 'g2', event: 'refund', value: 20, at: 56_000 })] }),
    makeSummary({ visitor: 'b', session: 's3', exposures: [makeExposure({ id: 'e2', arm: 'control', outcome: 'none', reason: '' })], goals: [makeGoal({ id: 'g3', value: 10 })] }),
    // Before the exposure, in another currency, and too late: none of it counts as value.
    makeSummary({ visitor: 'c', session: 's4', exposures: [makeExposure({ id: 'e3', at: 40_000 })], goals: [makeGoal({ id: 'g4', at: 30_000 })] }),
    makeSummary({ visitor: 'd', session: 's5', exposures: [makeExposure({ id: 'e4', outcome: 'dismiss', reason: 'close' })], goals: [makeGoal({ id: 'g5', currency: 'USD' })] }),
    makeSummary({ visitor: 'm', session: 's6', exposures: [makeExposure({ id: 'e5', helped: false })] }),
    makeSummary({ visitor: 'm', session: 's7', exposures: [makeExposure({ id: 'e6', arm: 'control', outcome: 'none', reason: '', at: 30_000 })] }),
  ]);
  await sendSummaries(running, site, [makeSummary({ visitor: 'e', session: 's8', exposures: [makeExposure({ id: 'e7', at: 1_000 })], goals: [makeGoal({ id: 'g6', at: 1_001 + day })] })], 2_000 + day);
  const [report] = await (await callAdmin(running, `sites/${site.id}/campaigns`)).json() as unknown[];
  expect(report).toMatchObject({
    id: 'stall', name: 'Stalled at checkout', status: 'live', kind: 'coupon', version: 1,
    treatment: { visitors: 4, impressions: 5, conversions: 2, value: 30 },
    control: { visitors: 1, impressions: 2, conversions: 1, value: 10 },
    mixed: 1, outcomes: { click: 4, dismiss: 1 }, answers: { helped: 1, unhelpful: 1 }, lift: { value: null, conversion: null }, wanted: 100, couponCost: 0,
  });
  await agrees(site);
});

it('gives the same sums whatever the order, the split and the repeats', async () => {
  const bodies = [1, 2, 3].flatMap((seq) => ['a', 'b', 'c'].map((visitor) => makeSummary({
    visitor, session: `s-${visitor}`, seq, activeMs: seq * 1_000, signals: { 'save-workflow': { count: seq, longestRun: 1 } }, gates: { stall: { conditions: seq } },
    exposures: [makeExposure({ id: `e-${visitor}`, arm: visitor === 'c' ? 'control' : 'treatment', outcome: seq === 3 && visitor !== 'c' ? 'convert' : 'none', reason: '', ...(seq > 1 && visitor !== 'c' && { helped: visitor === 'a' }) })],
    goals: seq > 1 ? [makeGoal({ id: `g-${visitor}`, value: 12.345 })] : [],
  })));
  const sums = async (id: string, order: (list: typeof bodies) => (typeof bodies)[]) => {
    const site = await makeSite(running, { id, source: STALL });
    for (const body of order(bodies)) await sendSummaries(running, site, body);
    await agrees(site);
    const sums = new Map<string, number>();
    for (const { name, n } of await readRows(running, site, { query: "SELECT kind || ' ' || subject || ' ' || arm || ' ' || measure AS name, n FROM rollups" })) {
      sums.set(String(name), (sums.get(String(name)) ?? 0) + Number(n));
    }
    return Object.fromEntries([...sums].filter(([, n]) => n !== 0));
  };
  const whole = await sums('order-1', (list) => [list]);
  expect(whole).toMatchObject({ 'campaign stall treatment mills:27': 24_690, 'campaign stall treatment conversions': 2, 'campaign stall treatment helped': 1, 'campaign stall treatment unhelpful': 1, 'gate stall  conditions': 9, 'site   visitors': 3 });
  expect(await sums('order-2', (list) => [...list].reverse().map((one) => [one]))).toEqual(whole);
  expect(await sums('order-3', (list) => [list.slice(4), list.slice(0, 6), list, list.slice(2, 3)])).toEqual(whole);
});

it('takes what comes from a program that says so for a machine’s, whatever its page told', async () => {
  const site = await makeSite(running, { id: 'agents', source: STALL });
  const body = (visitor: string): string => JSON.stringify({ v: 1, key: site.key, sentAt: 61_000, sessions: [makeSummary({ visitor, session: visitor, bot: 0 })] });
  for (const [visitor, agent] of Object.entries({ person: AGENT, crawler: AGENT.replace('Chrome/', 'Googlebot/2.1; Chrome/'), headless: AGENT.replace('Chrome', 'HeadlessChrome') })) {
    expect((await sendBody(running, site, body(visitor), { 'user-agent': agent })).status).toBe(202);
  }
  const listed = await (await callAdmin(running, `sites/${site.id}/sessions`)).json() as { session: string; bot: boolean }[];
  expect(Object.fromEntries(listed.map(({ session, bot }) => [session, bot]))).toEqual({ person: false, crawler: true, headless: true });
  await agrees(site);
});

it('leaves machines out of every figure but their own', async () => {
  const site = await makeSite(running, { id: 'bots', source: STALL });
  await sendSummaries(running, site, [makeSummary({ visitor: 'b', session: 's1', bot: 0.9, exposures: [makeExposure({ id: 'e1' })], goals: [makeGoal({ id: 'g1' })] })]);
  const rows = await readRows(running, site, { query: 'SELECT kind, measure, n FROM rollups WHERE n <> 0' });
  expect(rows).toEqual([{ kind: 'site', measure: 'bots', n: 1 }]);
  await sendSummaries(running, site, [makeSummary({ visitor: 'h', session: 's2', bot: 0.4 })]);
  const read = async (path: string): Promise<unknown> => (await callAdmin(running, `sites/${site.id}/${path}`)).json();
  expect(await read('overview')).toMatchObject({ today: { bots: 1, sessions: 1, visitors: 1, exposures: 0, goals: 0 } });
  expect(await messagesOf(site)).toEqual({ today: 0, minutes: 0, rows: 0 });
  const listed = await read('sessions') as { session: string; bot: boolean }[];
  expect(Object.fromEntries(listed.map(({ session, bot }) => [session, bot]))).toEqual({ s1: true, s2: false });
  expect([await read('sessions/s1'), await read('sessions/s2')]).toMatchObject([{ bot: true }, { bot: false }]);
  await agrees(site);
});

it('takes what was vetoed or never drawn as an exposure, not as an impression', async () => {
  const site = await makeSite(running, { id: 'unseen', source: STALL });
  await sendSummaries(running, site, [makeSummary({ visitor: 'v', session: 's1', exposures: [
    makeExposure({ id: 'e1', outcome: 'ignore', reason: 'veto' }), makeExposure({ id: 'e2', outcome: 'ignore', reason: 'load' }),
    makeExposure({ id: 'e3', outcome: 'none', reason: '' }), makeExposure({ id: 'e4', outcome: 'ignore', reason: '' }),
    makeExposure({ id: 'e5', arm: 'shadow', outcome: 'none', reason: '' }),
  ] })]);
  expect(await (await callAdmin(running, `sites/${site.id}/campaigns`)).json()).toMatchObject([{ treatment: { visitors: 1, impressions: 1 }, control: { visitors: 0 }, outcomes: { ignore: 3, none: 1 } }, {}]);
  expect(await (await callAdmin(running, `sites/${site.id}/overview`)).json()).toMatchObject({ installation: 'installed', today: { sessions: 1, visitors: 1, exposures: 1 } });
  await agrees(site);
});

it('counts the same messages today, in the last minutes and by session: those that were seen, by no bots', async () => {
  const site = await makeSite(running, { id: 'messages', source: STALL });
  const unseen = makeExposure({ id: 'e1', outcome: 'none', reason: '' });
  const kept = (arm: 'control' | 'holdout' | 'shadow') => makeExposure({ id: arm, arm, outcome: 'none', reason: '' });
  await sendSummaries(running, site, [
    makeSummary({ visitor: 'v', session: 's1', exposures: [unseen, makeExposure({ id: 'e2', outcome: 'ignore', reason: 'veto' })] }),
    makeSummary({ visitor: 'c', session: 's2', exposures: [kept('control'), kept('holdout'), kept('shadow')] }),
    makeSummary({ visitor: 'b', session: 's3', bot: 1, exposures: [makeExposure({ id: 'e3' })] }),
  ]);
  expect(await messagesOf(site)).toEqual({ today: 0, minutes: 0, rows: 0 });
  const seen = makeSummary({ visitor: 'v', session: 's1', seq: 2, exposures: [{ ...unseen, outcome: 'ignore' }, makeExposure({ id: 'e4' })] });
  await sendSummaries(running, site, [seen]);
  expect(await messagesOf(site)).toEqual({ today: 2, minutes: 2, rows: 2 });
  await sendSummaries(running, site, [{ ...seen, seq: 3, exposures: [makeExposure({ id: 'e1' }), makeExposure({ id: 'e4' })] }]);
  expect(await messagesOf(site)).toEqual({ today: 2, minutes: 2, rows: 2 });
});
