import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';
import { addKey, askProfile, profileOf, sendEvents, simple, token, TOKEN } from './identity/signed.ts';

let running: RunningWorker;
let site: TestSite;
let other: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'signed', source: STALL });
  other = await makeSite(running, { id: 'other', source: STALL });
});
afterAll(() => running.close());

/** A user signs in on two devices, and meets the campaign on each. */
async function meetOnTwo(shop: TestSite, { key, user: id }: { readonly key: string; readonly user: string }): Promise<void> {
  const now = Date.now();
  for (const visitor of ['laptop', 'phone']) {
    const { user } = await profileOf(running, shop, { key, user: id, visitor });
    await sendSummaries(running, shop, [makeSummary({ visitor, session: `s-${visitor}`, user: user!, startedAt: now - 61_000, exposures: [makeExposure({ id: `e-${visitor}`, at: now - 30_000 })] })], now);
  }
}

/** Status and code of a profile asked with an identity. */
async function asked(identity: string, on: TestSite = site): Promise<string> {
  const answer = await askProfile(running, on, identity);
  return `${answer.status} ${((await answer.json()) as { error?: { code: string } }).error?.code ?? ''}`.trim();
}

it('two keys are active, so that one follows the other and nobody is signed out; what was taken away signs nobody', async () => {
  const [first, second] = [await addKey(running, site), await addKey(running, site)];
  expect(first.key).toMatch(/^ik_[0-9a-f]{64}$/);
  expect((await callAdmin(running, 'sites/signed/identity', { method: 'POST' })).status).toBe(409);
  expect(await (await callAdmin(running, 'sites/signed/identity')).json()).toEqual([first, second].map(({ id }) => ({ id, at: expect.any(Number) })));
  expect(await Promise.all([first, second].map(({ key }) => asked(simple(key, 'u-1'))))).toEqual(['200', '200']);
  expect((await callAdmin(running, `sites/signed/identity/${first.id}`, { method: 'DELETE' })).status).toBe(200);
  expect(await Promise.all([first, second].map(({ key }) => asked(simple(key, 'u-1'))))).toEqual(['401 bad_identity', '200']);
  expect((await callAdmin(running, `sites/signed/identity/${first.id}`, { method: 'DELETE' })).status).toBe(404);
  const third = await addKey(running, site);
  expect(third.key).not.toBe(first.key);
  const log = await (await callAdmin(running, 'sites/signed/audit')).text();
  for (const action of ['add_identity_key', 'remove_identity_key']) expect(log).toContain(action);
  for (const { key } of [first, second, third]) expect(log).not.toContain(key);
  const { DB } = await running.worker.getEnv() as { DB: D1Database };
  expect(JSON.stringify((await DB.prepare('SELECT * FROM identity_keys').all()).results)).not.toMatch(/[0-9a-f]{64}/);
});

it('takes a token by HS256 alone, for this site, not over and good for a day at most; and an id by its HMAC; nothing else', async () => {
  for (const { id } of await (await callAdmin(running, 'sites/signed/identity')).json() as { id: string }[]) await callAdmin(running, `sites/signed/identity/${id}`, { method: 'DELETE' });
  const { key } = await addKey(running, site);
  const { key: theirs } = await addKey(running, other);
  const good = await token(key, { aud: site.key });
  const now = Math.floor(Date.now() / 1_000);
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`;
  const wrong = {
    'nothing': '', 'the id alone': Buffer.from('u-1').toString('base64url'), 'no algorithm': none, 'another algorithm': await token(key, { aud: site.key, alg: 'HS512' }),
    'another audience': await token(key, { aud: other.key }), 'another site’s key': await token(theirs, { aud: site.key }), 'another site’s HMAC': simple(theirs, 'u-1'),
    'over': await token(key, { aud: site.key, exp: now - 60 }), 'for a year': await token(key, { aud: site.key, exp: now + 31_536_000 }), 'made in a year, it says': await token(key, { aud: site.key, iat: now + 31_536_000, exp: now + 31_540_000 }),
    'an address': simple(key, 'me@example.com'), 'an address in a token': await token(key, { aud: site.key, sub: 'me@example.com' }), 'too long': simple(key, 'u'.repeat(129)),
    'another id’s HMAC': `${Buffer.from('u-2').toString('base64url')}.${simple(key, 'u-1').split('.')[1]}`, 'no text': `${Buffer.from([0xff, 0xfe]).toString('base64url')}.${'0'.repeat(64)}`,
    'the key itself': key, 'the public key': site.key, 'the secret key': site.secret,
  };
  const answers = Object.fromEntries(await Promise.all(Object.entries(wrong).map(async ([name, identity]) => [name, await asked(identity)])));
  expect(answers).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, '401 bad_identity'])));
  expect(await Promise.all([good, simple(key, 'u-1'), simple(key, '用户 1'.replace(' ', '·'))].map((identity) => asked(identity)))).toEqual(['200', '200', '200']);
  expect(await asked(good, other)).toBe('401 bad_identity');
});

it('a signed user has the device whose token they hold, or that their server vouches for, and no other', async () => {
  const shop = await makeSite(running, { id: 'devices', source: STALL });
  const { key } = await addKey(running, shop);
  const who = async (identity: string, visitor?: string) => {
    const answer = await askProfile(running, shop, identity, visitor);
    const { visitors } = await (await running.fetch('/v1/users/u-1', { headers: { authorization: `Bearer ${shop.secret}` } })).json() as { visitors: string[] };
    return [answer.status, visitors];
  };
  const mine = createHash('sha256').update(TOKEN).digest('base64url').slice(0, 22);
  expect(await who(simple(key, 'u-1'), '')).toEqual([401, []]);
  expect(await who(simple(key, 'u-1'), 'not-a-token')).toEqual([401, []]);
  expect(await who(await token(key, { aud: shop.key, visitor: 'v 1' }))).toEqual([401, []]);
  expect(await who(simple(key, 'u-1'))).toEqual([200, [mine]]);
  expect((await who(await token(key, { aud: shop.key, visitor: 'laptop' }), ''))[1]).toEqual(expect.arrayContaining([mine, 'laptop']));
});

it('a device that has been as many users as one may be, and a user with as many devices, is joined to no more', async () => {
  const shop = await makeSite(running, { id: 'kiosk', source: STALL });
  const { key } = await addKey(running, shop);
  const joined = async (user: string, visitor: string): Promise<boolean> => 'user' in await profileOf(running, shop, { key, user, visitor });
  const kept = async (user: string): Promise<string[]> => ((await (await running.fetch(`/v1/users/${user}`, { headers: { authorization: `Bearer ${shop.secret}` } })).json()) as { visitors: string[] }).visitors;
  for (let n = 0; n < 20; n++) expect(await joined(`u-${n}`, 'kiosk')).toBe(true);
  expect([await joined('u-20', 'kiosk'), await kept('u-20'), await joined('u-3', 'kiosk')]).toEqual([false, [], true]);
  for (let n = 0; n < 50; n++) expect(await joined('many', `device-${n}`)).toBe(true);
  expect([await joined('many', 'device-50'), (await kept('many')).length]).toEqual([false, 50]);
});

it('a signature of an id that reads like a token is none of a token', async () => {
  const shop = await makeSite(running, { id: 'forms', source: STALL });
  const { key } = await addKey(running, shop);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const name = `${part({ alg: 'HS256' })}.${part({ sub: 'u-2', aud: shop.key, exp: Math.floor(Date.now() / 1_000) + 600 })}`;
  const [, signature] = simple(key, name).split('.');
  expect((await askProfile(running, shop, `${name}.${Buffer.from(signature!, 'hex').toString('base64url')}`)).status).toBe(401);
});

it('exports and erases a user whole, with all their devices; what is told again of before is refused', async () => {
  const shop = await makeSite(running, { id: 'rights', source: STALL });
  const { key } = await addKey(running, shop);
  const call = (method: string, path: string, secret = shop.secret) => running.fetch(`/v1/${path}`, { method, headers: { authorization: `Bearer ${secret}` } });
  const now = Date.now();
  for (const visitor of ['laptop', 'phone']) {
    const { user } = await profileOf(running, shop, { key, user: 'u-9', visitor });
    await sendSummaries(running, shop, [makeSummary({ visitor, session: `s-${visitor}`, user: user!, startedAt: now - 61_000, exposures: [makeExposure({ id: `e-${visitor}`, at: now - 30_000 })] })], now);
  }
  const told = [{ id: 'order-1', user: 'u-9', at: now - 20_000, name: 'purchase', props: { value: 9, transaction_id: 'T' } }, { id: 'crm-1', user: 'u-9', at: now - 20_000, attributes: { tier: 'vip-of-the-test' } }];
  expect(await (await sendEvents(running, shop.secret, told)).json()).toEqual({ accepted: 2, rejected: [] });
  const laptop = await (await call('GET', 'visitors/laptop')).json() as { users: string[]; joined: { mills: number }[] };
  expect(laptop).toMatchObject({ users: [expect.stringMatching(/^[\w-]{22}$/)], joined: [{ event: 'purchase', mills: 9_000 }] });
  const all = await (await call('GET', 'users/u-9')).json();
  expect(all).toMatchObject({ user: laptop.users[0], visitors: ['laptop', 'phone'], attributes: { tier: 'vip-of-the-test' }, exposures: [{ visitor: 'laptop' }, { visitor: 'phone' }], goals: [{ event: 'purchase', mills: 9_000 }] });
  expect([(await call('GET', 'users/u-9', other.secret)).status, await (await call('GET', 'users/u-9', other.secret)).json()]).toMatchObject([200, { visitors: [], attributes: {} }]);
  expect((await call('GET', 'users/me%40example.com')).status).toBe(404);

  // One device alone: the other's stays.
  expect(await (await call('DELETE', 'visitors/laptop')).json()).toEqual({ erased: 1 });
  expect(await (await call('GET', 'users/u-9')).json()).toMatchObject({ visitors: ['phone'], exposures: [{ visitor: 'phone' }] });
  const before = await (await callAdmin(running, 'sites/rights/campaigns')).json();
  expect(await (await call('DELETE', 'users/u-9')).json()).toEqual({ erased: 1, visitors: 1 });
  expect(await (await call('GET', 'users/u-9')).json()).toEqual({ user: laptop.users[0], visitors: [], attributes: {}, exposures: [], goals: [] });
  expect(await (await sendEvents(running, shop.secret, told)).json()).toEqual({ accepted: 0, rejected: [0, 1].map((index) => ({ index, code: 'erased', path: 'user' })) });
  for (const table of ['users', 'joined', 'joined_goals', 'exposures', 'sessions']) expect(await readRows(running, shop, { query: `SELECT 1 AS n FROM ${table}` })).toEqual([]);
  expect(await (await callAdmin(running, 'sites/rights/campaigns')).json()).toEqual(before);
  expect(await (await callAdmin(running, 'sites/rights/recount')).json()).toMatchObject({ differences: [] });
  // An erased visitor is nobody's, though they sign in again.
  expect(await profileOf(running, shop, { key, user: 'u-9', visitor: 'phone' })).not.toHaveProperty('user');
});

it('an erasure of a user that is cut off is ended by asking again: who is not erased yet is still known to be the user', async () => {
  const shop = await makeSite(running, { id: 'cut', source: STALL, shards: 1 });
  const { key } = await addKey(running, shop);
  await meetOnTwo(shop, { key, user: 'u-6' });
  const erase = async (): Promise<unknown> => (await running.fetch('/v1/users/u-6', { method: 'DELETE', headers: { authorization: `Bearer ${shop.secret}` } })).json();
  const shard = await running.worker.getDurableObjectStorage('SHARD', { name: 'cut/0' });
  await shard.exec("CREATE TRIGGER cut BEFORE DELETE ON sessions WHEN OLD.visitor = 'phone' BEGIN SELECT RAISE(ABORT, 'cut off'); END");
  expect(await erase()).toMatchObject({ error: { code: 'internal' } });
  await shard.exec('DROP TRIGGER cut');
  expect(await erase()).toMatchObject({ erased: expect.any(Number), visitors: expect.any(Number) });
  for (const table of ['sessions', 'exposures', 'users', 'joined']) expect(await readRows(running, shop, { query: `SELECT visitor FROM ${table}`, shards: 1 })).toEqual([]);
  expect(await (await callAdmin(running, 'sites/cut/recount')).json()).toMatchObject({ differences: [] });
});

it('an erasure leaves nothing of a visitor with a user, whatever was under way', async () => {
  const shop = await makeSite(running, { id: 'racing', source: STALL, shards: 1 });
  const { key } = await addKey(running, shop);
  const erase = (visitor: string) => running.fetch(`/v1/visitors/${visitor}`, { method: 'DELETE', headers: { authorization: `Bearer ${shop.secret}` } });
  const all = async () => (await running.fetch('/v1/users/u-4', { headers: { authorization: `Bearer ${shop.secret}` } })).json() as Promise<{ user: string; visitors: string[]; exposures: object[] }>;
  await profileOf(running, shop, { key, user: 'u-4', visitor: 'stays' });
  const { user } = await all();
  type Objects = { idFromName(name: string): unknown; get(id: unknown): { link(visitor: string, user: string, heard: object): Promise<object | null>; bar(visitor: string, now: number): Promise<string[]>; meet(meeting: object, heard: object): Promise<object | null>; retire(site: string, at: number): Promise<void> } };
  const { SHARD, PROFILE } = await running.worker.getEnv() as { SHARD: Objects; PROFILE: Objects };
  const shard = SHARD.get(SHARD.idFromName('racing/0')), profile = PROFILE.get(PROFILE.idFromName(`racing/${user}`));
  const heard = () => ({ site: 'racing', now: Date.now() });

  // The request has asked the shard, and tells the profile once the erasure is over.
  await sendSummaries(running, shop, [makeSummary({ visitor: 'slow', session: 's-slow', exposures: [makeExposure({ id: 'e-slow' })] })]);
  const meeting = await shard.link('slow', user, heard());
  expect(meeting).toMatchObject({ visitor: 'slow', exposures: [{ id: 'e-slow' }] });
  expect(await (await erase('slow')).json()).toEqual({ erased: 1 });
  expect(await profile.meet(meeting!, heard())).toBeNull();
  expect(await all()).toMatchObject({ visitors: ['stays'], exposures: [] });

  // The erasure has asked whom to tell: nobody comes to that any more.
  expect(await shard.bar('late', Date.now())).toEqual([]);
  expect(await shard.link('late', user, heard())).toBeNull();

  // Of whom it was, the profile keeps nothing either.
  const storage = await running.worker.getDurableObjectStorage('PROFILE', { name: `racing/${user}` });
  expect(await storage.exec('SELECT visitor FROM barred')).toEqual([{ visitor: 'slow' }]);
  await storage.exec('UPDATE barred SET at = at - 3600001');
  await profile.retire('racing', Date.now());
  await vi.waitFor(async () => expect(await storage.exec('SELECT visitor FROM barred')).toEqual([]), { timeout: 20_000 });
});

it('a user who stays away is forgotten when the site’s days are over: profile, devices, what was joined', async () => {
  const shop = await makeSite(running, { id: 'leaving', source: STALL, shards: 1 });
  const { key } = await addKey(running, shop);
  const now = Date.now();
  await meetOnTwo(shop, { key, user: 'u-3' });
  await sendEvents(running, shop.secret, [{ id: 'order', user: 'u-3', name: 'purchase', props: { value: 9 } }, { id: 'crm', user: 'u-3', attributes: { tier: 'vip' } }]);
  const all = async () => (await running.fetch('/v1/users/u-3', { headers: { authorization: `Bearer ${shop.secret}` } })).json() as Promise<{ user: string; visitors: string[]; attributes: object; exposures: object[]; goals: object[] }>;
  const { user } = await all();
  const storage = await running.worker.getDurableObjectStorage('PROFILE', { name: `leaving/${user}` });
  for (const table of ['visitors', 'exposures', 'goals', 'attributes']) await storage.exec(`UPDATE ${table} SET at = at - ${396 * 86_400_000}`);
  const { PROFILE } = await running.worker.getEnv() as { PROFILE: { get(id: unknown): { retire(site: string, at: number): Promise<void> }; idFromName(name: string): unknown } };
  await PROFILE.get(PROFILE.idFromName(`leaving/${user}`)).retire('leaving', now);
  await vi.waitFor(async () => expect(await all()).toEqual({ user, visitors: [], attributes: {}, exposures: [], goals: [] }), { timeout: 20_000 });
  for (const table of ['seen', 'homes']) expect([table, await storage.exec(`SELECT 1 AS n FROM ${table}`)]).toEqual([table, []]);

  const before = await (await callAdmin(running, 'sites/leaving/campaigns')).json();
  expect(await readRows(running, shop, { shards: 1, query: 'SELECT visitor, event FROM joined_goals' })).toEqual([{ visitor: 'laptop', event: 'purchase' }]);
  await readRows(running, shop, { shards: 1, query: `UPDATE sessions SET updated_at = updated_at - ${41 * 86_400_000}` });
  await callAdmin(running, 'sites/leaving/retention', { method: 'PUT', body: { days: 40 } });
  await vi.waitFor(async () => expect(await readRows(running, shop, { shards: 1, query: 'SELECT visitor FROM users UNION ALL SELECT visitor FROM joined UNION ALL SELECT visitor FROM joined_goals UNION ALL SELECT visitor FROM sessions' })).toEqual([]), { timeout: 20_000 });
  expect(await (await callAdmin(running, 'sites/leaving/campaigns')).json()).toEqual(before);
  expect(await (await callAdmin(running, 'sites/leaving/recount')).json()).toMatchObject({ differences: [] });
});
