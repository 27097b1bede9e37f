import type { SessionRow } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeSummary } from './harness/makeSummary.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const MANY = 130, BODY = 26;
const visits = Array.from({ length: MANY }, (_, n) => ({ visitor: `v${n}`, session: `s${String(n).padStart(3, '0')}` }));
let running: RunningWorker;
let site: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'many' });
  // Those of one body change at the same moment, so that only their ids tell them apart.
  for (let from = 0; from < MANY; from += BODY) await sendSummaries(running, site, visits.slice(from, from + BODY).map((visit) => makeSummary(visit)));
});
afterAll(() => running.close());

const list = async (query = ''): Promise<readonly SessionRow[]> => (await callAdmin(running, `sites/many/sessions${query}`)).json() as never;
/** All there are, page by page; `between` happens after the first page. */
async function readAll(limit: number, between: () => Promise<unknown> = async () => undefined): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let rows = await list(`?limit=${limit}`); rows.length > 0;) {
    if (seen.length === 0) await between();
    seen.push(...rows.map(({ session }) => session));
    const last = rows.at(-1) as SessionRow;
    rows = await list(`?limit=${limit}&after=${last.at}:${last.session}`);
  }
  return seen;
}

it('lists sessions page by page over all shards, newest first, none twice and none left out', async () => {
  for (const limit of [40, 13, 500]) {
    const seen = await readAll(limit);
    expect([...seen].sort()).toEqual(visits.map(({ session }) => session));
    expect(seen).toEqual((await list('?limit=500')).map(({ session }) => session));
  }
  const rows = await list();
  expect([rows.length, rows.map(({ at }) => at)]).toEqual([100, rows.map(({ at }) => at).sort((a, b) => b - a)]);
});

it('goes on where it was when a session that was read changes meanwhile', async () => {
  const [newest] = await list('?limit=1') as [SessionRow];
  const visit = visits.find(({ session }) => session === newest.session) as typeof visits[number];
  const seen = await readAll(40, () => sendSummaries(running, site, [makeSummary({ ...visit, seq: 2, activeMs: 41_000 })]));
  expect([...seen].sort()).toEqual(visits.map(({ session }) => session));
});

it.each(['s001', ':s001', '1:', 'x:s001', '-1:s001', ''])('refuses %j as a place in the list', async (after) => {
  const response = await callAdmin(running, `sites/many/sessions?after=${after}`);
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 422, body: { error: { code: 'invalid', path: 'after' } } });
});
