import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const DAY = 86_400_000, YEARS = 2 * 365 * DAY;
let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const of = (from: number, ids: string) => makeSummary({
  visitor: `v${ids}`, session: `s${ids}`, startedAt: from, durationMs: 600_000,
  exposures: [makeExposure({ id: `e${ids}`, at: from + 60_000 })], goals: [makeGoal({ id: `before${ids}`, at: from + 30_000 }), makeGoal({ id: `after${ids}`, at: from + 90_000, value: 7 })],
});
const recount = async ({ id }: TestSite) => (await callAdmin(running, `sites/${id}/recount`)).json();
const stored = async (site: TestSite, query: string) => Object.fromEntries((await readRows(running, site, { query })).map(({ id, n }) => [id, n]));

it.each([['fast', YEARS], ['slow', -YEARS], ['right', 0], ['an-hour-slow', -3_600_000]])('a device whose clock is %s: all of it at the server’s time, in its order', async (name, off) => {
  const site = await makeSite(running, { id: name, source: STALL });
  const from = Date.now() - 3 * DAY;
  // All by the device's clock; and, as devices tell that know the server's time, all by that.
  await sendSummaries(running, site, [of(from + off, '1')], Date.now() + off);
  await sendSummaries(running, site, [of(from, '2')], Date.now());
  // Earlier versions: the session by the server's time, `sentAt` by the device's. An hour or so can't be told from a device's own word.
  if (Math.abs(off) > DAY) await sendSummaries(running, site, [of(from, '3')], Date.now() + off);
  const at = { ...await stored(site, 'SELECT id, at AS n FROM exposures'), ...await stored(site, 'SELECT id, at AS n FROM goals') };
  for (const ids of Math.abs(off) > DAY ? ['1', '2', '3'] : ['1', '2']) {
    for (const [id, after] of [[`e${ids}`, 60_000], [`before${ids}`, 30_000], [`after${ids}`, 90_000]] as const) {
      expect(Math.abs(Number(at[id]) - from - after)).toBeLessThan(30_000);
    }
    expect(Number(at[`before${ids}`])).toBeLessThan(Number(at[`e${ids}`]));
  }
  const days = await readRows(running, site, { query: 'SELECT DISTINCT day FROM sessions' });
  expect(days.every(({ day }) => Math.abs(Date.parse(String(day)) - Date.now()) < 2 * DAY)).toBe(true);
  const [report] = await (await callAdmin(running, `sites/${site.id}/campaigns`)).json() as { treatment: { visitors: number; conversions: number; value: number } }[];
  // The order before the exposure is none of its.
  expect(report!.treatment).toMatchObject(Math.abs(off) > DAY ? { visitors: 3, conversions: 3, value: 21 } : { visitors: 2, conversions: 2, value: 14 });
  expect(await recount(site)).toMatchObject({ differences: [] });
});

it('refuses what ended over 14 days before it was sent, with a code, and stores nothing of it; the rest of the body stands', async () => {
  const site = await makeSite(running, { id: 'late', source: STALL });
  const now = Date.now();
  const answer = await sendSummaries(running, site, [of(now - 14 * DAY - 700_000, 'old'), of(now - 13 * DAY, 'waited'), of(now - 30 * DAY, 'older')], now);
  expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: 'too_late', path: 'startedAt' }, { index: 2, code: 'too_late', path: 'startedAt' }], superseded: [] });
  for (const table of ['sessions', 'exposures', 'goals']) expect(await readRows(running, site, { query: `SELECT DISTINCT visitor FROM ${table}` })).toEqual([{ visitor: 'vwaited' }]);
  expect(await readRows(running, site, { query: "SELECT SUM(n) AS n FROM rollups WHERE measure = 'sessions'" })).toContainEqual({ n: 1 });
  expect(await recount(site)).toMatchObject({ sessions: 1, differences: [] });
});

it('a part that is too late changes nothing of a session that is there, nor does a body of long ago that comes again', async () => {
  const site = await makeSite(running, { id: 'again', source: STALL });
  const now = Date.now(), old = now - 30 * DAY;
  // As it was sent 30 days ago, held back by a worker of the page's, say.
  await sendSummaries(running, site, [of(old, '1')], old + 700_000);
  const before = await readRows(running, site, { query: 'SELECT * FROM rollups ORDER BY kind, measure' });
  expect(await sendSummaries(running, site, [of(old, '1')], old + 700_000)).toMatchObject({ accepted: 1 });
  expect(await sendSummaries(running, site, [{ ...of(old, '1'), seq: 9, activeMs: 1 }], now)).toMatchObject({ accepted: 0, rejected: [{ code: 'too_late' }] });
  expect(await readRows(running, site, { query: 'SELECT * FROM rollups ORDER BY kind, measure' })).toEqual(before);
});

it('each body is corrected by its own clock: a shop’s pixel knows the device’s alone', async () => {
  const site = await makeSite(running, { id: 'pixel', source: STALL });
  const now = Date.now(), off = 3 * 3_600_000;
  await sendSummaries(running, site, [makeSummary({ visitor: 'v', session: 's', startedAt: now - 600_000, durationMs: 0, exposures: [makeExposure({ id: 'e', at: now - 600_000 })] })], now);
  await sendSummaries(running, site, [makeSummary({ visitor: 'v', session: 's', part: 'pixel', startedAt: now - off - 60_000, durationMs: 0, goals: [makeGoal({ id: 'g', at: now - off - 60_000 })] })], now - off);
  const [row] = await readRows(running, site, { query: "SELECT at FROM goals WHERE id = 'g'" });
  expect(Math.abs(Number(row?.['at']) - now + 60_000)).toBeLessThan(30_000);
});
