import type { SessionDetail } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const PAGE = { views: 1, activeMs: 1, episodes: 1 };
/** One summary that holds, beside names of the site, one made-up name wherever a name may stand. */
const madeUp = (n: number) => makeSummary({
  visitor: `v${n}`, session: `s${n}`, pages: { checkout: PAGE, [`page-${n}`]: PAGE },
  signals: { 'save-workflow': { count: 1, longestRun: 1 }, [`signal-${n}`]: { count: 1, longestRun: 1 } }, intents: { [`state-${n}`]: { peak: 1, last: 1 } },
  gates: { stall: { conditions: 1 }, [`campaign-${n}`]: { page: 1, trigger: 1 } },
  exposures: [makeExposure({ id: 'e1' }), makeExposure({ id: 'e2', campaign: `campaign-${n}` }), makeExposure({ id: 'e3', variant: `variant-${n}` })],
  goals: [makeGoal({ id: 'g1' }), makeGoal({ id: 'g2', event: `event-${n}` })], items: [{ id: `item-${n}`, views: 1, carted: 1 }], loss: { storage: 2, [`loss-${n}`]: 3 },
});
const detailOf = async (site: TestSite, session: string) => await (await callAdmin(running, `sites/${site.id}/sessions/${session}`)).json() as SessionDetail;
const publish = async (site: TestSite, source: unknown) => expect((await callAdmin(running, `sites/${site.id}/config`, { method: 'PUT', body: source, headers: { 'if-match': '*' } })).status).toBe(200);

it('keeps what the site published of a summary, leaves the rest out, and counts it', async () => {
  const site = await makeSite(running, { id: 'names', source: STALL, shards: 1 });
  expect(await sendSummaries(running, site, [madeUp(1)])).toMatchObject({ accepted: 1, rejected: [] });
  const { summary } = await detailOf(site, 's1');
  expect(summary).toEqual(makeSummary({
    visitor: 'v1', session: 's1', pages: { checkout: PAGE }, signals: { 'save-workflow': { count: 1, longestRun: 1 } }, gates: { stall: { conditions: 1 } },
    exposures: [makeExposure({ id: 'e1' })], goals: [makeGoal({ id: 'g1' })], loss: { storage: 2, unknown: 8 + 3 },
  }));
  const raw = await readRows(running, site, { query: "SELECT summary AS text FROM parts UNION ALL SELECT summary FROM sessions UNION ALL SELECT campaign || variant FROM exposures UNION ALL SELECT event FROM goals", shards: 1 });
  expect(JSON.stringify(raw)).not.toMatch(/(page|signal|state|campaign|variant|event|item|loss)-1/);
});

it('adds no cell for 1,000 bodies of made-up names', async () => {
  const site = await makeSite(running, { id: 'cells', source: STALL, shards: 1 });
  const cells = async () => (await readRows(running, site, { query: 'SELECT DISTINCT kind, subject, arm, measure FROM rollups ORDER BY 1, 2, 3, 4', shards: 1 })).map((row) => Object.values(row).join(' '));
  await sendSummaries(running, site, [madeUp(0)]);
  const before = await cells();
  for (let n = 1; n <= 1_000; n += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => sendSummaries(running, site, [madeUp(n + at)])));
  expect(await cells()).toEqual(before);
  const overview = await (await callAdmin(running, `sites/${site.id}/overview`)).json();
  expect(overview).toMatchObject({ today: { sessions: 1_001 }, signals: [{ id: 'save-workflow', count: 1_001 }] });
  expect(await (await callAdmin(running, `sites/${site.id}/recount`)).json()).toMatchObject({ sessions: 1_001, differences: [] });
}, 120_000);

it('knows the names of an earlier configuration, which a device may still run, and of no later one yet', async () => {
  const site = await makeSite(running, { id: 'earlier', source: STALL, shards: 1 });
  const [stall] = STALL.campaigns;
  const next = { ...STALL, signals: [{ id: 'fresh', on: 'click', target: '#fresh' }], campaigns: [{ ...stall, id: 'renamed' }] };
  const session = (seq: number) => makeSummary({
    visitor: 'v', session: 's', seq, signals: { 'save-workflow': { count: seq, longestRun: 1 }, fresh: { count: seq, longestRun: 1 } },
    exposures: [makeExposure({ id: 'e1' }), makeExposure({ id: 'e2', campaign: 'renamed' })],
  });
  await sendSummaries(running, site, [session(1)]);
  expect((await detailOf(site, 's')).summary).toMatchObject({ signals: { 'save-workflow': { count: 1 } }, exposures: [{ campaign: 'stall' }], loss: { unknown: 2 } });
  await publish(site, next);
  await sendSummaries(running, site, [session(2)]);
  const { summary } = await detailOf(site, 's');
  expect(summary).toMatchObject({ signals: { 'save-workflow': { count: 2 }, fresh: { count: 2 } }, exposures: [{ campaign: 'stall' }, { campaign: 'renamed' }] });
  expect(summary.loss).toEqual({});
  expect(await (await callAdmin(running, `sites/${site.id}/recount`)).json()).toMatchObject({ differences: [] });
});

it('knows page types and commerce events before anything is published', async () => {
  const site = await makeSite(running, { id: 'bare', shards: 1 });
  await sendSummaries(running, site, [makeSummary({ visitor: 'v', session: 's', pages: { product: PAGE, mine: PAGE }, goals: [makeGoal({ id: 'g1' })] })]);
  expect((await detailOf(site, 's')).summary).toMatchObject({ pages: { product: PAGE }, goals: [{ event: 'purchase' }], loss: { unknown: 1 } });
});
