import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../createApp.ts';
import { isCounted } from '../routes/isCounted.ts';
import { routeTable } from '../routes/routeTable.ts';
import { WHO, type Who } from '../routes/WHO.ts';
import { QUOTAS } from './QUOTAS.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => { vi.useRealTimers(); vi.restoreAllMocks(); });

/** The app on a database that knows no site and counts who asks it. */
function open(more: object = {}): { readonly asked: () => number; readonly call: (path: string, address?: string, init?: RequestInit) => Promise<Response> } {
  const first = vi.fn(async () => null);
  const env = { DB: { prepare: () => ({ bind: () => ({ first }) }) }, SESSION_SECRET: 'session-secret-of-the-tests-0123456789', ...more };
  const app = createApp();
  return {
    asked: () => first.mock.calls.length,
    call: async (path, address, { headers, ...init } = {}) => app.request(path, { ...init, headers: { ...headers, ...(address === undefined ? {} : { 'cf-connecting-ip': address }) } }, env),
  };
}
const statuses = async (calls: Iterable<Promise<Response>>): Promise<Record<number, number>> => {
  const found: Record<number, number> = {};
  for (const { status } of await Promise.all(calls)) found[status] = (found[status] ?? 0) + 1;
  return found;
};
const many = (n: number, one: (at: number) => Promise<Response>): Promise<Record<number, number>> => statuses(Array.from({ length: n }, (_, at) => one(at)));
const networks = (at: number): string => `10.${(at >> 8) & 255}.${at & 255}.7`;
const { key: { allowed: ofKey }, prefix: { allowed: ofPrefix } } = QUOTAS;

it('counts every route but those of who is signed in and those that read nothing', () => {
  expect(routeTable.filter(({ who }) => !isCounted(who)).map(({ path }) => path).filter((path) => !path.startsWith('/v1/admin/'))).toEqual(['/v1/health']);
  expect(routeTable.filter(({ who, path }) => isCounted(who) && path.startsWith('/v1/admin/')).map(({ path }) => path)).toEqual(['/v1/admin/login']);
  for (const [who, { errors }] of Object.entries(WHO)) expect([who, isCounted(who as Who)]).toEqual([who, (errors as readonly string[]).includes('too_many_requests')]);
});

it.each([['IPv4', (at: number) => `203.0.113.${at % 256}`, '203.0.114.1'], ['IPv6', (at: number) => `2001:db8:1:${(at % 9_999).toString(16)}::1`, '2001:db8:2::1']])(
  'takes so many of one %s network, whatever the route and the key, and not one more; the others come in', async (_name, address, other) => {
    const { call, asked } = open();
    const routes = ['/v1/config?key=', '/v1/visitors/v1?key='];
    expect(await many(ofPrefix, (at) => call(`${routes[at % 2]}pk_${at}`, address(at)))).toEqual({ 401: ofPrefix });
    const before = asked();
    const refused = await call('/v1/summaries?key=pk_new', address(1), { method: 'POST', body: '{}' });
    expect([refused.status, await refused.json(), refused.headers.get('retry-after'), refused.headers.get('access-control-allow-origin'), refused.headers.get('access-control-expose-headers')])
      .toEqual([429, { error: { code: 'too_many_requests', message: 'Too many requests; see Retry-After.', requestId: expect.any(String) } }, '1', '*', expect.stringContaining('retry-after')]);
    expect(asked()).toBe(before);
    expect((await call('/v1/config?key=pk_new', other)).status).toBe(401);
    vi.setSystemTime(Date.now() + 1_000);
    expect(await many(ofPrefix, (at) => call('/v1/config?key=pk_new', address(at)))).toEqual({ 401: ofPrefix / 10, 429: ofPrefix - ofPrefix / 10 });
  });

it('takes as many tries to sign in of one network, and then asks the database of no more: a sign-in that is closed counts there, too', async () => {
  const { call } = open();
  const knock = (): Promise<Response> => call('/v1/admin/login', '203.0.113.9', { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{}' });
  expect(await many(ofPrefix + 5, knock)).toEqual({ 403: ofPrefix, 429: 5 });
});

it('takes so many with one key to one route from anywhere, and not one more; other keys and other routes stay open', async () => {
  const { call, asked } = open();
  expect(await many(ofKey, (at) => call('/v1/config?key=pk_flood', networks(at)))).toEqual({ 401: ofKey });
  const before = asked();
  const refused = await call('/v1/config?key=pk_flood', '192.0.2.1');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect(asked()).toBe(before);
  expect((await call('/v1/config?key=pk_other', '192.0.2.1')).status).toBe(401);
  expect((await call('/v1/summaries?key=pk_flood', '192.0.2.1', { method: 'POST' })).status).toBe(401);
});

it('counts a question before a request as well', async () => {
  const { call } = open();
  expect(await many(ofKey + 1, (at) => call('/v1/summaries?key=pk_flood', networks(at), { method: 'OPTIONS' }))).toEqual({ 403: ofKey, 429: 1 });
});

it('counts no network where the platform names none, or where it is this machine', async () => {
  for (const address of [undefined, '127.0.0.1', '::1']) {
    const { call } = open();
    expect(await many(ofPrefix + 1, (at) => call(`/v1/config?key=pk_${at}`, address))).toEqual({ 401: ofPrefix + 1 });
  }
});

it.each([['2', 2], ['0.1', 0.1], ['', 1], ['0', 1], ['-3', 1], ['much', 1], ['Infinity', 1]])('takes so many times as much as the deployment says: "%s"', async (scale, factor) => {
  const { call } = open({ QUOTA_SCALE: scale });
  expect(await many(ofPrefix * factor + 1, (at) => call(`/v1/config?key=pk_${at}`, '203.0.113.7'))).toEqual({ 401: ofPrefix * factor, 429: 1 });
  expect(await many(ofKey * factor + 1, (at) => call('/v1/config?key=pk_flood', networks(at)))).toEqual({ 401: ofKey * factor, 429: 1 });
});

it('asks Cloudflare’s counters where they are bound, and tells them no address', async () => {
  const keys: string[] = [];
  let success = true;
  const limiter = { limit: async ({ key }: { key: string }) => { keys.push(key); return { success }; } };
  const { call } = open({ KEY_QUOTA: limiter, PREFIX_QUOTA: limiter });
  expect(await many(ofPrefix + 1, () => call('/v1/config?key=pk_flood', '203.0.113.7'))).toEqual({ 401: ofPrefix + 1 });
  expect([...new Set(keys)]).toEqual([expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/), 'GET /v1/config pk_flood']);
  success = false;
  const refused = await call('/v1/config?key=pk_flood', '203.0.113.7');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
  expect(await (await call('/v1/health')).json()).toMatchObject({ bindings: { sharedQuotas: true } });
  expect(await (await open().call('/v1/health')).json()).toMatchObject({ bindings: { sharedQuotas: false } });
});
