import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi } from '../../packages/collector/src/openapi/openApi.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite } from './harness/makeSite.ts';
import { signIn, type Signed } from './harness/signIn.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

/** Every route with its guard, from what describes them. */
interface Operation { readonly security: readonly Record<string, unknown>[]; readonly requestBody?: unknown }

let running: RunningWorker;
let stranger: Signed;
let operations: readonly { readonly method: string; readonly path: string; readonly operation: Operation }[];
beforeAll(async () => {
  running = await startWorker();
  await makeSite(running, { id: 'mine', source: STALL });
  await makeSite(running, { id: 'theirs', source: STALL });
  await callAdmin(running, 'staff', { method: 'POST', body: { email: 'eve@example.com', password: 'a long password', sites: ['theirs'] } });
  stranger = await signIn(running, { email: 'eve@example.com', password: 'a long password' });
  const { paths } = openApi(routeTable) as { paths: Record<string, Record<string, Operation>> };
  operations = Object.entries(paths).flatMap(([path, rows]) => Object.entries(rows).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
});
afterAll(() => running.close());

const filled = (path: string) => path.replace('{site}', 'mine').replace(/\{\w+\}/g, 'stall');
const bodyOf = ({ requestBody }: Operation) => (requestBody ? { body: '{"v":1,"version":1,"halt":true,"origins":["https://evil.example"],"codes":["X"]}' } : {});
const admin = () => operations.filter(({ path }) => path.startsWith('/v1/admin') && !path.endsWith('/login'));
const untouched = async () => expect(await (await callAdmin(running, 'sites/mine/config')).json()).toMatchObject({ version: 2, source: STALL });

it('has no route of staff without a guard', () => {
  expect(admin().length).toBeGreaterThan(20);
  for (const { operation } of admin()) expect(operation.security.length).toBeGreaterThan(0);
  const open = operations.filter(({ operation }) => operation.security.length === 0).map(({ path }) => path);
  expect(open.sort()).toEqual(['/v1/admin/login', '/v1/health']);
});

it('answers nobody without a session', async () => {
  for (const { method, path, operation } of admin()) {
    for (const headers of [{}, { authorization: 'Bearer wrong-token-of-forty-characters-0123456789' }, { cookie: '__Host-tactful=x.y.z' }, { 'x-forwarded-user': 'root', cookie: 'tactful=x' }]) {
      const response = await running.fetch(filled(path), { method, headers: { origin: running.origin, ...headers }, ...bodyOf(operation) });
      expect(`${method} ${path} ${response.status} ${((await response.json()) as { error: { code: string } }).error.code}`).toBe(`${method} ${path} 401 not_signed_in`);
    }
  }
  await untouched();
});

it("answers nobody about another's site, and does nothing to it", async () => {
  for (const { method, path } of admin().filter((row) => row.path.includes('{site}'))) {
    const response = await stranger(filled(path).slice('/v1/admin/'.length), { method, ...(method === 'GET' ? {} : { body: { v: 1, version: 1, halt: true, origins: ['https://evil.example'] } }), headers: { 'if-match': '*' } });
    expect(`${method} ${path} ${response.status} ${((await response.json()) as { error: { code: string } }).error.code}`).toBe(`${method} ${path} 403 forbidden`);
  }
  await untouched();
});

it('keeps what only the deploy token may do from staff', async () => {
  for (const path of ['sites', 'staff', 'sites/mine/secret']) {
    const response = await stranger(path, { method: 'POST', body: { name: 'x', origins: ['https://x.example'], email: 'eve@example.com', password: 'a long password', sites: ['mine'] } });
    expect({ path, status: response.status }).toEqual({ path, status: 403 });
  }
});

it('says of each route of a site the least role that may call it', () => {
  const ofSites = admin().filter(({ path }) => path.includes('{site}'));
  expect(ofSites.length).toBeGreaterThan(15);
  const role = [expect.stringMatching(/^(viewer|agent|editor|owner)$/)];
  for (const { operation } of ofSites) expect(operation.security).toEqual([{ staffCookie: role }, { accessToken: role }, { deployToken: [] }]);
});

it('describes each error of a route, and each body by its schema', () => {
  const intake = operations.find(({ path }) => path === '/v1/summaries')?.operation as unknown as { responses: Record<string, { description: string }>; requestBody: { content: Record<string, { schema: { properties: object } }> } };
  expect(Object.keys(intake.responses)).toEqual(expect.arrayContaining(['202', '400', '401', '403', '413', '422', '500']));
  expect(Object.keys(intake.requestBody.content['text/plain']?.schema.properties ?? {})).toEqual(['v', 'key', 'sentAt', 'sessions']);
});
