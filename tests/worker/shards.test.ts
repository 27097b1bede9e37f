import type { Backtest, Summary } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shardOf } from '../../packages/collector/src/intake/shardOf.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const SHARDS = [1, 16, 256] as const;
const VISITORS = 60;
const GONE = ['v7', 'v8', 'v9'];

let running: RunningWorker;
let sites: TestSite[];

/** What one visitor tells: arms, bots, parts, refunds and repeats, each for some. */
function told(n: number): readonly Summary[] {
  const visitor = `v${n}`, arm = n % 4 === 0 ? 'control' as const : 'treatment' as const;
  // Of what comes later the ids come first, so that the list is the same where the clock did not move between two bodies.
  const first = makeSummary({
    visitor, session: `s2-${String(n).padStart(2, '0')}`, activeMs: n * 1_000, bot: n % 13 === 0 ? 0.9 : 0, signals: { 'save-workflow': { count: n % 5, longestRun: 1 } },
    pages: n % 2 ? { checkout: { views: n, activeMs: 10, episodes: 1 } } : { cart: { views: 1, activeMs: 10, episodes: 1 }, product: { views: n, activeMs: 5, episodes: 1 } },
    gates: { stall: { conditions: n } }, loss: n % 10 === 0 ? { goals: 2 } : {},
    exposures: [makeExposure({ id: `e${n}`, arm, ...(arm === 'control' && { outcome: 'none', reason: '' }) })],
  });
  const bought = { ...first, seq: 2, activeMs: n * 1_000 + 500, goals: [makeGoal({ id: `g${n}`, value: n + 0.5 })] };
  const tab = makeSummary({ visitor, session: first.session, part: 'p2', activeMs: 77, goals: n % 6 === 0 ? [makeGoal({ id: `r${n}`, event: 'refund', value: 1, at: 55_000 })] : [] });
  const later = makeSummary({ visitor, session: `s1-${String(n).padStart(2, '0')}`, exposures: n % 12 === 0 ? [makeExposure({ id: `m${n}` })] : [], goals: [makeGoal({ id: `g${n}` })] });
  return n % 3 === 0 ? [first, bought, tab, later, first] : n % 3 === 1 ? [first, tab] : [first, bought];
}

const admin = async (site: TestSite, path: string): Promise<any> => {
  const answer = await callAdmin(running, `sites/${site.id}/${path}`);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};
const visitor = (site: TestSite, id: string, method = 'GET'): Promise<any> =>
  running.fetch(`/v1/visitors/${id}`, { method, headers: { authorization: `Bearer ${site.secret}` } }).then((answer) => answer.json());
/** Without the moments, which are those of each site's own bodies. */
const untimed = (rows: readonly { at?: number }[]): unknown[] => rows.map(({ at: _at, ...row }) => row);

async function pagesOfSessions(site: TestSite): Promise<unknown[]> {
  const rows: { at: number; session: string }[] = [];
  for (;;) {
    const last = rows.at(-1);
    const page = await admin(site, `sessions?limit=30${last ? `&after=${last.at}:${last.session}` : ''}`);
    if (page.length === 0) return untimed(rows);
    rows.push(...page);
  }
}

/** All that staff read of a site. */
async function reports(site: TestSite): Promise<unknown> {
  const { now: _now, minutes, recent, ...overview } = await admin(site, 'overview');
  const sum = (what: string): number => minutes.reduce((all: number, minute: Record<string, number>) => all + minute[what]!, 0);
  const { sessions, differences, unmerged } = await admin(site, 'recount');
  return {
    overview, recent: untimed(recent), summaries: sum('summaries'), exposures: sum('exposures'), campaigns: await admin(site, 'campaigns'),
    sessions: await pagesOfSessions(site), detail: await admin(site, 'sessions/s2-33'), recount: { sessions, differences, unmerged },
  };
}

/** Whose rows are in the shards that hold these visitors. */
async function rowsBeside(site: TestSite, shards: number, ids: readonly string[]): Promise<Set<string>> {
  const left = new Set<string>();
  for (const shard of new Set(ids.map((id) => shardOf(id, shards)))) {
    const storage = await running.worker.getDurableObjectStorage('SHARD', { name: `${site.id}/${shard}` });
    const query = "SELECT visitor FROM sessions UNION SELECT visitor FROM exposures UNION SELECT visitor FROM goals UNION SELECT json_extract(summary, '$.visitor') FROM parts";
    for (const { visitor: id } of await storage.exec(query) as { visitor: string }[]) left.add(id);
  }
  return left;
}

beforeAll(async () => {
  running = await startWorker();
  sites = [];
  for (const shards of SHARDS) {
    const site = await makeSite(running, { id: `of-${shards}`, source: STALL, shards });
    sites.push(site);
    const bodies = Array.from({ length: VISITORS }, (_, n) => told(n));
    for (let turn = 0; turn < 5; turn++) {
      const body = bodies.flatMap((list) => list[turn] ?? []);
      for (let from = 0; from < body.length; from += 30) await sendSummaries(running, site, body.slice(from, from + 30));
    }
  }
}, 120_000);
afterAll(() => running.close());

it('the visitors of the test are spread over the shards', () => {
  const used = SHARDS.map((shards) => new Set(Array.from({ length: VISITORS }, (_, n) => shardOf(`v${n}`, shards))).size);
  expect(used[0]).toBe(1);
  expect(used[1]).toBe(16);
  expect(used[2]).toBeGreaterThan(40);
});

it('reports and lists are the same with 1, 16 and 256 shards, and agree with a recount', async () => {
  const [one, ...others] = await Promise.all(sites.map(reports)) as any[];
  expect(one.recount).toEqual({ sessions: 80, differences: [], unmerged: [] });
  expect(one.sessions).toHaveLength(80);
  expect(one.campaigns[0]).toMatchObject({ treatment: { visitors: expect.any(Number) }, control: { visitors: expect.any(Number) }, mixed: 4 });
  expect(one.overview.pages.length).toBeGreaterThan(0);
  for (const other of others) expect(other).toEqual(one);
}, 120_000);

it('a visitor is exported and erased whole, whatever the number of shards; what is left is the same', async () => {
  const exported = await Promise.all(sites.map((site) => visitor(site, 'v9')));
  expect(exported[0].sessions.map(({ session, part }: Summary) => [session, part])).toEqual([['s2-09', 'p1+p2'], ['s1-09', 'p1']]);
  for (const other of exported) expect(other).toEqual(exported[0]);
  const before = await Promise.all(sites.map((site) => admin(site, 'campaigns')));

  for (const id of GONE) expect(await Promise.all(sites.map((site) => visitor(site, id, 'DELETE')))).toEqual(sites.map(() => ({ erased: id === 'v9' ? 2 : 1 })));
  for (const [at, site] of sites.entries()) {
    const answer = await sendSummaries(running, site, [{ ...told(9)[0]!, seq: 99 }]);
    expect(answer.rejected).toEqual([{ index: 0, code: 'erased', path: 'visitor' }]);
    expect((await visitor(site, 'v9')).sessions).toEqual([]);
    const left = await rowsBeside(site, SHARDS[at]!, GONE);
    expect(GONE.filter((id) => left.has(id))).toEqual([]);
    if (SHARDS[at] === 1) expect(left.size).toBe(VISITORS - GONE.length);
  }
  // Sums stay, without a name.
  expect(await Promise.all(sites.map((site) => admin(site, 'campaigns')))).toEqual(before);
  const [one, ...others] = await Promise.all(sites.map(reports)) as any[];
  expect(one.recount).toEqual({ sessions: 76, differences: [], unmerged: [] });
  for (const other of others) expect(other).toEqual(one);
}, 120_000);

it('stored sessions bound how often a draft’s clauses fired, whatever the number of shards; it is not published', async () => {
  const draft = { ...STALL, campaigns: [{
    ...STALL.campaigns[1], status: 'draft', conditions: { feature: 'device.kind', eq: 'phone' },
    trigger: { any: [{ on: 'page', page: 'checkout' }, { on: 'dwell', page: 'checkout', for: '10s', consecutive: 2, within: '30m' }, { on: 'sequence', of: [{ on: 'page', page: 'checkout' }, { on: 'error', times: 1, within: '1m' }], within: '5m' }] },
  }] };
  const page = (views: number, activeMs: number): Summary['pages'] => ({ checkout: { views, activeMs, episodes: views } });
  const ask = (site: TestSite, source: unknown): Promise<Response> => callAdmin(running, `sites/${site.id}/backtest`, { method: 'POST', body: source });
  const told = await Promise.all(sites.map(async (site) => {
    const { version: config } = await (await running.fetch(`/v1/config?key=${site.key}&v=1`)).json() as { version: string };
    const context = { locale: 'en', referrer: 'direct' } as const;
    await sendSummaries(running, site, [
      makeSummary({ visitor: 'b1', session: 'b1', config, pages: page(2, 25_000), context: { ...context, device: 'phone' } }),
      // In one tab too short, in the other too: no visit of its own is longer than its tab's.
      makeSummary({ visitor: 'b2', session: 'b2', config, pages: page(2, 19_000), context: { ...context, device: 'phone' } }),
      makeSummary({ visitor: 'b2', session: 'b2', part: 'p2', config, pages: page(1, 19_000), context: { ...context, device: 'phone' } }),
      makeSummary({ visitor: 'b3', session: 'b3', config, pages: page(2, 25_000), context: { ...context, device: 'desktop' } }),
      makeSummary({ visitor: 'b4', session: 'b4', config, pages: { home: { views: 1, activeMs: 90_000, episodes: 1 } }, context: { ...context, device: 'phone' } }),
      makeSummary({ visitor: 'b5', session: 'b5', config, bot: 0.9, pages: page(9, 90_000), context: { ...context, device: 'phone' } }),
    ]);
    const answer = await ask(site, draft);
    expect(answer.status).toBe(200);
    const { since, ...rest } = await answer.json() as Backtest;
    expect(since).toBeGreaterThan(0);
    return rest;
  }));
  expect(told[0]).toEqual({ sessions: 4, skipped: expect.any(Number), campaigns: [{
    id: 'hello',
    clauses: [{ atLeast: 3, atMost: 3 }, { atLeast: 0, atMost: 2 }, { atLeast: 0, atMost: null }],
    trigger: { atLeast: 3, atMost: null }, conditions: { atLeast: 3, atMost: 3 }, both: { atLeast: 2, atMost: null },
  }] });
  expect(told[0]!.skipped).toBeGreaterThan(50);
  for (const other of told) expect(other).toEqual(told[0]);
  const refused = await ask(sites[0]!, { ...draft, campaigns: [{ ...draft.campaigns[0], trigger: { any: [{ on: 'nothing' }] } }] });
  expect([refused.status, (await refused.json() as { error: { path: string } }).error.path]).toEqual([422, 'campaigns[0].trigger.any[0].on']);
  expect((await admin(sites[0]!, 'config')).source.campaigns).toHaveLength(2);
}, 60_000);
