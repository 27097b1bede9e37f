import type { ClaimAnswer, PreviewTicket } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { makeCallers, type Caller } from './access/callers.ts';
import { idsOf, makeWorld, PAGE, type World } from './access/makeWorld.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { DEPLOY_TOKEN, SESSION_SECRET, startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
let world: World;
beforeAll(async () => {
  running = await startWorker();
  world = await makeWorld(running);
});
afterAll(() => running.close());

const ADDRESS = '203.0.113.77', PASSWORD = 'a long enough password', GUESS = 'hunter2-hunter2', CANARY = 'canary-of-a-body', CONTACT = 'ada@canary.example';
const WRONG = { password: CANARY, contact: CONTACT, secret: CANARY, v: CANARY };
/** Callers with what each of them must keep to themselves. */
const WANTED = ['owner', 'a secret key', 'a signed user', 'a visitor'];

it('writes no secret and nothing of a person into the log, whatever is done, refused or fails', async () => {
  const secrets = new Set([DEPLOY_TOKEN, SESSION_SECRET, PASSWORD, GUESS, CANARY, CONTACT, ADDRESS, ADDRESS.slice(0, ADDRESS.lastIndexOf('.')), 'owner@staff.example']);
  const callers = (await makeCallers(running, world)).filter(({ name }) => WANTED.includes(name));
  expect(callers).toHaveLength(WANTED.length);
  const send = async (path: string, method: string, headers: Readonly<Record<string, string>>, body?: unknown): Promise<Response> =>
    running.fetch(path, { method, headers: { 'cf-connecting-ip': ADDRESS, ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  running.harness.clearLogs();

  const own = { origin: running.origin };
  const signedIn = await send('/v1/admin/login', 'POST', own, { email: 'owner@staff.example', password: PASSWORD });
  expect(signedIn.status).toBe(200);
  secrets.add(/__Host-tactful=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')![1]!);
  expect((await send('/v1/admin/login', 'POST', own, { email: 'owner@staff.example', password: GUESS })).status).toBe(401);
  const page = { origin: PAGE.mine };
  const claimed = await (await send(`/v1/offers/${idsOf('mine')['offer']}/claims?key=${world.keys.mine}`, 'POST', page, { id: 'claim-0123456789abcdefgh', visitor: 'visitor-1' })).json() as ClaimAnswer;
  secrets.add(claimed.code);
  const ticket = await (await callAdmin(running, `sites/mine/campaigns/${idsOf('mine')['campaign']}/preview`, { method: 'POST' })).json() as PreviewTicket;
  secrets.add(ticket.token);
  expect((await send(`/v1/previews?key=${world.keys.theirs}`, 'POST', { origin: PAGE.theirs }, { token: ticket.token })).status).toBe(401);

  const call = async (caller: Caller, row: (typeof routeTable)[number]): Promise<Response> => {
    const headers = await caller.headers();
    for (const value of [headers['cookie']?.split('=')[1], headers['authorization']?.split(' ')[1]]) if (value) secrets.add(value);
    const path = row.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(idsOf('mine')[name] ?? name));
    return send(`${path}${caller.key ? `?key=${world.keys[caller.key]}` : ''}`, row.method, headers, row.body ? WRONG : undefined);
  };
  const writes = routeTable.filter(({ body, path }) => body && !path.endsWith('/login'));
  for (const caller of callers) for (const row of writes) expect((await call(caller, row)).status).toBeGreaterThanOrEqual(400);

  // What is stored breaks under it: the errors are told as well.
  const { DB } = await running.worker.getEnv() as { DB: D1Database };
  await DB.batch(['staff_sites', 'staff'].map((table) => DB.prepare(`DROP TABLE ${table}`)));
  expect((await send('/v1/admin/login', 'POST', own, { email: 'owner@staff.example', password: PASSWORD })).status).toBe(500);
  expect((await call(callers.find(({ name }) => name === 'owner')!, writes.find(({ path }) => path.includes('/admin/sites/:site'))!)).status).toBe(500);

  const log = JSON.stringify(running.harness.getLogs());
  for (const told of ['bad_credentials', 'bad_preview', 'forbidden', 'internal', 'D1_ERROR', 'POST /v1/summaries']) expect(log).toContain(told);
  expect(secrets.size).toBeGreaterThan(12);
  expect([...secrets].filter((secret) => log.includes(secret))).toEqual([]);
}, 120_000);
