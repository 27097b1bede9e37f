import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite } from './harness/makeSite.ts';
import { signIn } from './harness/signIn.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
const PASSWORD = 'correct horse battery';
beforeAll(async () => {
  running = await startWorker();
  await makeSite(running, { id: 'mine', source: STALL });
  await makeSite(running, { id: 'theirs', source: STALL });
  expect((await callAdmin(running, 'staff', { method: 'POST', body: { email: 'Ann@Example.com', password: PASSWORD, sites: ['mine'] } })).status).toBe(201);
});
afterAll(() => running.close());

const login = (body: unknown, headers: Record<string, string> = { origin: running.origin }) =>
  running.fetch('/v1/admin/login', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

it('signs in with a cookie of this host only, and says whose sites these are', async () => {
  const response = await login({ email: ' ann@example.com ', password: PASSWORD });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ email: 'ann@example.com', sites: [{ id: 'mine', name: 'mine', role: 'owner', key: expect.stringMatching(/^pk_/), currency: 'EUR' }] });
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-tactful=[\w.-]+; /);
  for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=43200']) expect(cookie.split('; ')).toContain(attribute);
  expect(cookie).not.toMatch(/domain/i);
});

it('reads its own site, and neither another nor one that is not', async () => {
  const ann = await signIn(running, { email: 'ann@example.com', password: PASSWORD });
  expect((await ann('sites/mine/overview')).status).toBe(200);
  for (const id of ['theirs', 'nobodys']) {
    const response = await ann(`sites/${id}/overview`);
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
  }
});

it('takes writes from its own origin only', async () => {
  const ann = await signIn(running, { email: 'ann@example.com', password: PASSWORD });
  for (const origin of ['https://evil.example', 'null', '']) {
    const response = await ann('sites/mine/campaigns/stall/pause', { method: 'POST', headers: { origin } });
    expect(response.status).toBe(403);
  }
  expect(await (await ann('sites/mine/campaigns')).json()).toMatchObject([{ status: 'live' }, { status: 'paused' }]);
  expect((await login({ email: 'ann@example.com', password: PASSWORD }, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await login({ email: 'ann@example.com', password: PASSWORD }, {})).status).toBe(403);
});

it('takes writes only from the pinned origin, whatever host a request names', async () => {
  const origin = 'https://cx.example.com';
  const pinned = await startWorker({ CONSOLE_ORIGIN: origin });
  try {
    await makeSite(pinned, { id: 'mine', source: STALL });
    await callAdmin(pinned, 'staff', { method: 'POST', body: { email: 'ann@example.com', password: PASSWORD, sites: ['mine'] } });
    const body = JSON.stringify({ email: 'ann@example.com', password: PASSWORD });
    const evil = await pinned.fetch('http://evil.example/v1/admin/login', { method: 'POST', headers: { origin: 'http://evil.example', 'content-type': 'application/json' }, body });
    expect({ status: evil.status, body: await evil.json() }).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
    const ann = await signIn({ ...pinned, origin }, { email: 'ann@example.com', password: PASSWORD });
    expect((await ann('sites/mine/campaigns/stall/resume', { method: 'POST', headers: { host: 'evil.example', origin: 'http://evil.example' } })).status).toBe(403);
    expect((await ann('sites/mine/campaigns/stall/pause', { method: 'POST' })).status).toBe(200);
  } finally {
    await pinned.close();
  }
});

it.each(['cx.example.com:8787', 'cx.example.com', 'mailto:ops@example.com'])('lets nobody write where %j is pinned, which is no address of a console: least of all a page without an origin', async (origin) => {
  const wrong = await startWorker({ CONSOLE_ORIGIN: origin });
  try {
    for (const from of ['null', wrong.origin]) {
      const answer = await wrong.fetch('/v1/admin/login', { method: 'POST', headers: { origin: from, 'content-type': 'application/json' }, body: JSON.stringify({ email: 'ann@example.com', password: PASSWORD }) });
      expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
    }
  } finally {
    await wrong.close();
  }
});

it('signs out for whoever holds the cookie', async () => {
  const ann = await signIn(running, { email: 'ann@example.com', password: PASSWORD });
  const again = await signIn(running, { email: 'ann@example.com', password: PASSWORD });
  expect((await ann('me')).status).toBe(200);
  const out = await ann('logout', { method: 'POST' });
  expect(out.status).toBe(200);
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-tactful=;.*Max-Age=0/);
  expect((await ann('me')).status).toBe(401);
  expect((await again('me')).status).toBe(200);
});

it('refuses forged, foreign and unsigned sessions', async () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'tactful', aud: 'tactful-console', sub: 'ann@example.com', jti: 'x', iat: 1, exp: 9_999_999_999 };
  for (const token of ['', 'x.y.z', `${encode({ alg: 'none' })}.${encode(claims)}.`, `${encode({ alg: 'HS256' })}.${encode(claims)}.c2lnbmF0dXJl`]) {
    const response = await running.fetch('/v1/admin/me', { headers: { cookie: `__Host-tactful=${token}` } });
    expect(response.status).toBe(401);
  }
});

it('voids sessions when the password is set anew', async () => {
  const body = { email: 'bob@example.com', password: PASSWORD, sites: ['mine'] };
  await callAdmin(running, 'staff', { method: 'POST', body });
  const bob = await signIn(running, body);
  expect((await bob('me')).status).toBe(200);
  // Tokens count in whole seconds: wait for the next one by asking, not by sleeping.
  await expect.poll(async () => {
    await callAdmin(running, 'staff', { method: 'POST', body: { ...body, password: 'another long password' } });
    return (await bob('me')).status;
  }, { timeout: 5_000 }).toBe(401);
  expect((await login({ email: 'bob@example.com', password: PASSWORD })).status).toBe(401);
});

it('looks at ten guesses of an address for an account, also where they come at once, and leaves the account open to others', async () => {
  await callAdmin(running, 'staff', { method: 'POST', body: { email: 'cid@example.com', password: PASSWORD, sites: ['mine'] } });
  const from = (address: string, password: string): Promise<Response> => login({ email: 'cid@example.com', password }, { origin: running.origin, 'cf-connecting-ip': address });
  const statuses = (await Promise.all(Array.from({ length: 40 }, () => from('192.0.2.1', 'wrong password')))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(30);
  const times = (n: number, address: string): Promise<readonly number[]> => Promise.all(Array.from({ length: n }, async () => (await from(address, PASSWORD)).status));
  expect(new Set(await times(70, '192.0.2.1'))).toEqual(new Set([429]));
  expect(new Set([...await times(6, '192.0.2.2'), ...await times(6, '192.0.2.2')])).toEqual(new Set([200]));
});

it('answers a wrong password and an unknown person alike, then asks for patience', async () => {
  const failures = [];
  for (let i = 0; i < 10; i++) {
    const response = await login({ email: i % 2 ? 'ann@example.com' : 'nobody@example.com', password: 'wrong password' });
    const { error } = await response.json() as { error: { code: string; message: string } };
    failures.push(`${response.status} ${error.code} ${error.message}`);
  }
  expect(new Set(failures).size).toBe(1);
  for (let i = 0; i < 5; i++) await login({ email: 'ann@example.com', password: 'wrong password' });
  const closed = await login({ email: 'ann@example.com', password: PASSWORD });
  expect({ status: closed.status, body: await closed.json() }).toMatchObject({ status: 429, body: { error: { code: 'too_many_requests' } } });
  expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
});
