import { ROLES, type Role } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnyRoute } from '../../packages/collector/src/routes/route.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { dumpAll, dumpSite } from './access/dump.ts';
import { leastOf } from './access/expectedOf.ts';
import { GOOD_CALLS } from './access/goodCalls.ts';
import { idsOf, makeWorld, type World } from './access/makeWorld.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { DEPLOY_TOKEN, startWorker, type RunningWorker } from './harness/startWorker.ts';

/** Every write of staff in the table: from the console's own origin alone, and in the audit log. */
let running: RunningWorker;
let world: World;
const emailOf = (role: Role): string => `${role}@staff.example`;
beforeAll(async () => {
  running = await startWorker();
  world = await makeWorld(running);
  for (const role of Object.keys(ROLES) as Role[]) await world.account(emailOf(role), { mine: role });
});
afterAll(() => running.close());

const staff = routeTable.filter(({ path }) => path.startsWith('/v1/admin') && path !== '/v1/admin/login');
const writes = staff.filter(({ method }) => method !== 'GET');
const keyOf = ({ method, path }: AnyRoute): string => `${method} ${path}`;

async function call(row: AnyRoute, headers: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}, query = ''): Promise<Response> {
  const { body, ids = {} } = GOOD_CALLS[keyOf(row)] ?? {};
  const path = row.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(ids[name] ?? idsOf('mine')[name]!));
  return running.fetch(`${path}${query}`, {
    method: row.method, headers: { 'if-match': '*', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify({ ...body as object, ...more }) }),
  });
}
const codeOf = async (response: Response): Promise<string> => `${response.status} ${((await response.json()) as { error?: { code: string } }).error?.code}`;

it('has a call that goes through for each write, and an action of its own for the log', () => {
  expect(Object.keys(GOOD_CALLS).sort()).toEqual(writes.map(keyOf).sort());
  expect(writes.filter(({ action }) => action === undefined).map(keyOf)).toEqual([]);
  expect(new Set(writes.map(({ action }) => action)).size).toBe(writes.length - 1);
});

it('takes no write with a session from anywhere but the console’s own origin', { timeout: 120_000 }, async () => {
  const { origin, port } = new URL(running.origin);
  const foreign = [undefined, '', 'null', 'https://evil.example', `${origin}.evil.example`, origin.replace('http:', 'https:'), origin.replace(`:${port}`, `:${Number(port) + 1}`), `${origin}/`, 'https://mine.example.com'];
  const before = await dumpAll(running);
  const wrong: string[] = [];
  for (const row of writes) {
    await Promise.all(foreign.map(async (from) => {
      const cookie = await world.cookie(emailOf('owner'));
      const answer = await codeOf(await call(row, { cookie, ...(from === undefined ? {} : { origin: from }), referer: `${origin}/console/`, 'sec-fetch-site': 'cross-site' }));
      if (answer !== '403 forbidden') wrong.push(`${keyOf(row)} from ${from}: ${answer}`);
    }));
  }
  expect(wrong).toEqual([]);
  expect(await dumpAll(running)).toEqual(before);
  console.log(`writes: ${writes.length} routes, ${writes.length * foreign.length} calls from elsewhere refused, 0 rows changed`);
});

it('changes nothing by reading', async () => {
  const headers = { cookie: await world.cookie(emailOf('owner')) };
  const readings = staff.filter(({ method }) => method === 'GET');
  const readAll = async (): Promise<void> => { for (const row of readings) expect(`${keyOf(row)} ${(await call(row, headers)).status}`).toBe(`${keyOf(row)} 200`); };
  // An object that nobody asked before makes its tables at the first reading.
  await readAll();
  const before = await dumpAll(running);
  await readAll();
  expect(await dumpAll(running)).toEqual(before);
});

it('writes down each change by the least role that may make it: who, as what, what, when, where', { timeout: 120_000 }, async () => {
  await world.account(idsOf('mine')['email']!, { mine: 'viewer' });
  for (const row of writes) {
    await world.publish('mine');
    const ofSite = row.path.includes('/:site');
    const role = ofSite ? leastOf(row) : undefined;
    const byDeploy = !ofSite && row.path !== '/v1/admin/logout';
    const { DB } = await running.worker.getEnv() as { DB: { prepare(query: string): { all(): Promise<{ results: object[] }> } } };
    const logged = async (): Promise<object[]> => (await DB.prepare('SELECT at, by, role, site, action, detail FROM audit ORDER BY id').all()).results;
    const before = await logged();
    const from = Date.now();
    const response = await call(row, byDeploy ? { authorization: `Bearer ${DEPLOY_TOKEN}` } : { cookie: await world.cookie(emailOf(role ?? 'viewer')), origin: running.origin });
    expect(`${keyOf(row)} ${response.status}`).toBe(`${keyOf(row)} ${row.docs.answers[0]}`);
    const [first] = (await logged()).slice(before.length);
    expect({ row: keyOf(row), ...first }).toEqual({
      row: keyOf(row), at: expect.any(Number), by: byDeploy ? 'deploy' : emailOf(role ?? 'viewer'), role: role ?? '', action: row.action,
      site: ofSite || row.action === 'set_staff' ? 'mine' : row.action === 'add_site' ? 'third' : null, detail: expect.any(String),
    });
    const { at } = first as { at: number };
    expect(at >= from && at <= Date.now()).toBe(true);
    expect(JSON.stringify(first)).not.toMatch(/sk_|password"|a long enough/);
  }
  console.log(`writes: ${writes.length} of ${writes.length} stand in the audit log`);
});

it('tells the log to owners as it stands, and writes nothing where nothing was changed', async () => {
  const read = async (): Promise<object[]> => await (await callAdmin(running, 'sites/mine/audit')).json() as object[];
  const before = await read();
  expect(before[0]).toEqual({ at: expect.any(Number), by: 'editor@staff.example', role: 'editor', site: 'mine', action: 'roll_back_model', detail: 'model 0: rolled back' });
  const headers = { cookie: await world.cookie(emailOf('owner')), origin: running.origin };
  for (const key of ['PUT /v1/admin/sites/:site/offers/:offer/pool', 'POST /v1/admin/sites/:site/requests/:request/answer']) {
    expect((await call(writes.find((row) => keyOf(row) === key)!, headers)).status).toBe(200);
  }
  expect((await call(writes.find(({ action }) => action === 'pause')!, headers)).status).toBe(200);
  expect((await call(writes.find(({ action }) => action === 'pause')!, headers)).status).toBe(409);
  expect((await read()).length).toBe(before.length + 1);
});

it('takes the site from the path and the session, never from a body, a query or a header', async () => {
  const before = await dumpSite(running, 'theirs');
  for (const row of writes.filter(({ path }) => path.includes(':site'))) {
    const headers = { cookie: await world.cookie(emailOf('owner')), origin: running.origin, 'x-site': 'theirs', 'x-http-method-override': 'DELETE' };
    expect((await call(row, headers, { site: 'theirs', sites: ['theirs'], id: 'theirs' }, `?site=theirs&key=${world.keys.theirs}`)).status).not.toBe(500);
    await world.publish('mine');
  }
  expect(await dumpSite(running, 'theirs')).toEqual(before);
});
