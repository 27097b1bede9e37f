import type { CampaignReport, ProfileAnswer } from '@tactful/protocol';
import { goalId } from '@tactful/engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient, signUser } from '../../packages/sdk/src/node/createClient.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';
import { STALL } from './harness/STALL.ts';
import { addKey, askProfile, profileOf, sendEvents } from './identity/signed.ts';

const [STALLED] = STALL.campaigns;
const SOURCE = {
  ...STALL, frequency: { after: { click: '1d' } },
  campaigns: [
    { ...STALLED, frequency: { session: 1, after: { convert: 'forever', dismiss: '7d' } } },
    {
      id: 'vip', status: 'live', trigger: { any: [{ on: 'page', page: 'checkout' }] }, conditions: { any: [{ feature: 'user.tier', eq: 'vip' }, { not: { feature: 'user.spent', lt: 5 } }] },
      message: { kind: 'card', title: { en: 'Hello', 'zh-Hans': '您好' } },
    },
  ],
};
const DAY = 86_400_000, FOREVER = 8.64e15;

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

/** A site with a user who is signed in. */
async function open(id: string, user = 'u-1') {
  const site = await makeSite(running, { id, source: SOURCE });
  const { key } = await addKey(running, site);
  const device = (visitor: string): Promise<ProfileAnswer> => profileOf(running, site, { key, user, visitor });
  /** A session of a visitor, signed, as of now. */
  const visit = async (visitor: string, own: object = {}) => {
    const now = Date.now();
    const { user: tag } = await device(visitor);
    return sendSummaries(running, site, [makeSummary({ visitor, session: `s-${visitor}`, user: tag!, startedAt: now - 61_000, ...own })], now);
  };
  const tell = async (...events: object[]) => (await sendEvents(running, site.secret, events.map((event, n) => ({ id: `e${n}-${Math.random()}`, user, ...event })))).json() as Promise<{ accepted: number; rejected: unknown[] }>;
  return { site, device, visit, tell, key };
}
const reportOf = async (site: TestSite, campaign = 'stall') => (await (await callAdmin(running, `sites/${site.id}/campaigns`)).json() as CampaignReport[]).find(({ id }) => id === campaign)!;
const counted = async (site: TestSite) => {
  expect(await (await callAdmin(running, `sites/${site.id}/recount`)).json()).toMatchObject({ differences: [], unmerged: [] });
  const { treatment, control, mixed } = await reportOf(site);
  return { treatment: [treatment.visitors, treatment.conversions, treatment.value], control: [control.visitors, control.conversions, control.value], mixed };
};
const exposed = (own: object = {}) => ({ exposures: [makeExposure({ id: 'e1', outcome: 'dismiss', reason: 'close', at: Date.now() - 30_000, ...own })] });

it('a purchase in the store makes `convert: forever` hold on the second device, and counts for the campaign that the first one showed', async () => {
  const { site, device, visit, tell } = await open('store');
  expect(await device('phone')).toEqual({ user: expect.stringMatching(/^[\w-]{44}$/), attributes: {}, caps: { scopes: {}, arms: {}, optOut: false, latest: 0 } });
  await visit('laptop', exposed());
  const before = await device('phone');
  const at = before.caps.scopes['c:stall']!.shown[0]![0];
  expect(before.caps).toMatchObject({ arms: { stall: 't' }, scopes: { 'c:stall': { shown: [[at, '']], lifetime: 1 }, '*': { shown: [], lifetime: 1, waitUntil: 0 } } });
  expect(before.caps.scopes['c:stall']!.waitUntil - Date.now()).toBeGreaterThan(6.9 * DAY);
  expect(before.caps.scopes['c:stall']!.waitUntil - Date.now()).toBeLessThanOrEqual(7 * DAY);

  expect(await tell({ name: 'purchase', props: { value: 120, currency: 'EUR', transaction_id: 'T-7' } })).toEqual({ accepted: 1, rejected: [] });
  expect((await device('phone')).caps.scopes['c:stall']!.waitUntil).toBeGreaterThan(FOREVER);
  // The device that showed it has its own impressions: they are not told it twice.
  expect((await device('laptop')).caps.scopes['c:stall']).toMatchObject({ shown: [], lifetime: 1 });
  expect(await counted(site)).toEqual({ treatment: [1, 1, 120], control: [0, 0, 0], mixed: 0 });
});

it('one order is one, told twice by servers and seen in browsers of both devices, in whatever order', async () => {
  const { site, visit, tell } = await open('orders');
  const order = { name: 'purchase', props: { value: 50, currency: 'EUR', transaction_id: 'T-1' } };
  const seen = { goals: [makeGoal({ id: goalId('orders', 'purchase', 'T-1'), at: Date.now() - 5_000 })] };
  await visit('laptop', exposed());
  await tell({ ...order, id: 'once' }, { ...order, id: 'once' }, { ...order, id: 'twice' });
  // An event that was heard stays what it was, whatever is told under its id again.
  await tell({ ...order, id: 'once' }, { id: 'once', name: 'purchase', props: { value: 70, currency: 'EUR', transaction_id: 'T-2' } });
  await visit('phone', { ...exposed(), ...seen });
  await visit('laptop', { ...exposed(), ...seen, seq: 2 });
  await tell({ name: 'refund', props: { value: 20, transaction_id: 'T-1' } });
  // Who met it on two devices is one visitor of it.
  expect(await counted(site)).toEqual({ treatment: [1, 1, 30], control: [0, 0, 0], mixed: 0 });
  expect(await readRows(running, site, { query: 'SELECT COUNT(*) AS n FROM exposures' }).then((rows) => rows.reduce((sum, { n }) => sum + Number(n), 0))).toBe(2);
});

it('the first device’s arm holds on the next; who met two arms before is mixed, and counted once', async () => {
  const { site, device, visit } = await open('arms');
  await visit('laptop', exposed({ arm: 'control', outcome: 'none', reason: '' }));
  expect((await device('phone')).caps.arms).toEqual({ stall: 'c' });
  expect(await counted(site)).toEqual({ treatment: [0, 0, 0], control: [1, 0, 0], mixed: 0 });
  await visit('phone', { ...exposed(), goals: [makeGoal({ id: 'bought', at: Date.now() - 1_000 })] });
  expect(await counted(site)).toEqual({ treatment: [0, 0, 0], control: [0, 0, 0], mixed: 1 });
});

it('what an anonymous visit met is the user’s once they sign in on it', async () => {
  const { site, device, visit } = await open('later');
  const now = Date.now();
  await sendSummaries(running, site, [makeSummary({ visitor: 'laptop', session: 'before', startedAt: now - 61_000, ...exposed({ reason: 'opt_out' }) })], now);
  expect((await device('phone')).caps).toMatchObject({ scopes: {}, optOut: false });
  await device('laptop');
  expect((await device('phone')).caps).toMatchObject({ arms: { stall: 't' }, optOut: true });
  await visit('phone');
});

it('hands on the attributes that campaigns name: the latest holds, nothing comes back', async () => {
  const { device, tell } = await open('crm');
  const now = Date.now();
  await tell({ attributes: { tier: 'vip', spent: 12.5, secret: 'x' }, at: now - 10_000 }, { attributes: { tier: 'basic' }, at: now - 20_000 });
  expect((await device('phone')).attributes).toEqual({ spent: 12.5, tier: 'vip' });
  await tell({ id: 'gone', attributes: { tier: null }, at: now - 5_000 }, { attributes: { tier: 'old' }, at: now - 6_000 });
  expect((await device('phone')).attributes).toEqual({ spent: 12.5 });
  expect(await tell({ attributes: Object.fromEntries(Array.from({ length: 39 }, (_, n) => [`a${n}`, true])) })).toEqual({ accepted: 0, rejected: [{ index: 0, code: 'too_many', path: 'attributes' }] });
});

it('answers what it refuses by index, code and path, and takes the rest', async () => {
  const { site, tell } = await open('refusals');
  const now = Date.now();
  const rejected = (index: number, code: string, path: string) => ({ index, code, path });
  expect(await tell(
    { attributes: { tier: 'vip' } }, { user: 'me@example.com', attributes: {} }, { name: 'opened_drawer' }, { name: 'purchase', at: now - 15 * DAY }, { name: 'purchase', at: now + 600_000 },
    {}, { name: 'purchase', props: { items: [] } }, { attributes: { tier: 'x'.repeat(129) } }, { id: '', attributes: {} }, { name: 'purchase', props: { currency: 'euro' } },
  )).toEqual({
    accepted: 1, rejected: [
      rejected(1, 'bad_user', 'user'), rejected(2, 'unknown_event', 'name'), rejected(3, 'out_of_range', 'at'), rejected(4, 'out_of_range', 'at'), rejected(5, 'missing', ''),
      rejected(6, 'unknown_key', 'props.items'), rejected(7, 'too_long', 'attributes.tier'), rejected(8, 'empty', 'id'), rejected(9, 'bad_currency', 'props.currency'),
    ],
  });
  for (const [events, path] of [[[], 'events'], [Array(21).fill({}), 'events']] as const) {
    const answer = await sendEvents(running, site.secret, events);
    expect([answer.status, await answer.json()]).toMatchObject([422, { error: { code: 'invalid', path } }]);
  }
  expect((await sendEvents(running, site.key, [{}])).status).toBe(401);
});

it('a page can write to no other user: what it says of itself counts only as the edge gave it to that very visitor', async () => {
  const { site, device } = await open('hostile');
  const { user: tag } = await device('laptop');
  const now = Date.now();
  const said = (visitor: string, user: string) => makeSummary({ visitor, session: `s-${visitor}`, user, startedAt: now - 61_000, ...exposed() });
  await sendSummaries(running, site, [said('thief', tag!), said('liar', `${tag!.slice(0, 22)}${'A'.repeat(22)}`), said('bare', tag!.slice(0, 22))], now);
  expect((await device('phone')).caps).toMatchObject({ scopes: {}, arms: {} });
  const { summary } = await (await callAdmin(running, `sites/${site.id}/sessions/s-thief`)).json() as { summary: { user?: string; loss: object } };
  expect([summary.user, summary.loss]).toEqual([undefined, { unknown: 1 }]);
  await sendSummaries(running, site, [said('laptop', tag!)], now);
  expect((await device('phone')).caps.arms).toEqual({ stall: 't' });
});

it('of an erased device nothing stays with the user, its orders neither; and the user counts nowhere anew', async () => {
  const { site, device, visit } = await open('gone');
  const erase = async (visitor: string): Promise<unknown> => (await running.fetch(`/v1/visitors/${visitor}`, { method: 'DELETE', headers: { authorization: `Bearer ${site.secret}` } })).json();
  const kept = async () => (await running.fetch('/v1/users/u-1', { headers: { authorization: `Bearer ${site.secret}` } })).json();
  await visit('home', exposed());
  await visit('other', { goals: [makeGoal({ id: 'order-of-other', at: Date.now() - 5_000 })] });
  expect(await counted(site)).toMatchObject({ treatment: [1, 1, 50] });
  expect(await erase('other')).toEqual({ erased: 1 });
  expect(await kept()).toMatchObject({ visitors: ['home'], goals: [] });
  expect(await erase('home')).toEqual({ erased: 1 });
  await visit('third', exposed());
  expect((await device('third')).caps.arms).toEqual({ stall: 't' });
  expect(await counted(site)).toMatchObject({ treatment: [1, 1, 50] });
});

it('what is refused is refused again: nothing is taken for heard that was not kept', async () => {
  const { tell, device } = await open('refused');
  const attributes = (from: number) => Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`a${from + n}`, 1]));
  let full: object = {};
  for (let from = 0; from < 2_000; from += 20) {
    const event = { id: `fill-${from}`, attributes: attributes(from) };
    if ((await tell(event)).accepted === 0) {
      full = event;
      break;
    }
  }
  const refusal = { accepted: 0, rejected: [{ index: 0, code: 'too_many', path: 'attributes' }] };
  expect([await tell(full), await tell(full)]).toEqual([refusal, refusal]);
  expect((await device('phone')).attributes).toEqual({});
});

it('a profile is at most 1 KiB, whatever happened', async () => {
  const many = Array.from({ length: 19 }, (_, n) => ({ ...SOURCE.campaigns[0]!, id: `campaign-with-a-long-name-${n}`, name: `n${n}` }));
  const { site, device, visit, tell } = await open('many');
  await callAdmin(running, 'sites/many/config', { method: 'PUT', headers: { 'if-match': '*' }, body: { ...SOURCE, campaigns: [...many, SOURCE.campaigns[1]] } });
  await tell({ attributes: { tier: 'vip' } });
  await visit('laptop', { exposures: many.map(({ id }, n) => makeExposure({ id: `e${n}`, campaign: id, at: Date.now() - 60_000 + n })) });
  const { attributes, caps } = await device('phone');
  expect(JSON.stringify({ attributes, caps }).length).toBeLessThan(1_024);
  expect(attributes).toEqual({ tier: 'vip' });
  expect(Object.keys(caps.scopes).length).toBeGreaterThan(5);
  expect(caps.scopes['*']).toMatchObject({ lifetime: 19 });
  expect(Object.keys(caps.arms).sort()).toEqual(Object.keys(caps.scopes).filter((name) => name !== '*').map((name) => name.slice(2)).sort());
  expect((await reportOf(site, 'campaign-with-a-long-name-3')).treatment.visitors).toBe(1);
});

it('takes what the client for servers sends, in bodies of 20, and whom it signs', async () => {
  const { site, device, visit, key } = await open('client');
  await visit('laptop', exposed());
  const client = createClient({ apiHost: running.origin, secretKey: site.secret });
  const order = (n: number) => ({ id: `order-${n}`, user: 'u-1', name: 'purchase', props: { value: n, currency: 'EUR', transaction_id: `${n}` } });
  const list = [...Array.from({ length: 22 }, (_, n) => order(n)), { ...order(99), name: 'opened_drawer' }, { id: 'crm', user: 'u-1', attributes: { tier: 'vip' } }];
  const refused = { accepted: 23, rejected: [{ index: 22, code: 'unknown_event', path: 'name' }] };
  expect(await client.events(list)).toEqual(refused);
  expect(await client.events(list)).toEqual(refused);
  expect((await device('phone')).attributes).toEqual({ tier: 'vip' });
  expect(await counted(site)).toEqual({ treatment: [1, 1, (21 * 22) / 2], control: [0, 0, 0], mixed: 0 });
  await expect(createClient({ apiHost: running.origin, secretKey: `${site.secret}x` }).events(list)).rejects.toMatchObject({ code: 'bad_secret', status: 401, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });

  const signed = async (identity: string): Promise<unknown> => {
    const answer = await askProfile(running, site, identity);
    return [answer.status, await answer.json()];
  };
  const refusal = [401, { error: expect.objectContaining({ code: 'bad_identity' }) }];
  expect(await signed(await signUser(key, 'u-1', { key: site.key }))).toMatchObject([200, { caps: { arms: { stall: 't' } } }]);
  expect(await signed(await signUser(key, 'u-1', { key: site.key, now: Date.now() - 700_000 }))).toEqual(refusal);
  expect(await signed(await signUser(key, 'u-1', { key: site.key, seconds: 100_000 }))).toEqual(refusal);
});

it('a Worker that died over an event has acknowledged nothing; the next time finishes what was begun', async () => {
  const { site, visit, tell } = await open('died');
  await visit('laptop', exposed());
  const profile = async () => {
    const { user } = await (await running.fetch('/v1/users/u-1', { headers: { authorization: `Bearer ${site.secret}` } })).json() as { user: string };
    const { PROFILE } = await running.worker.getEnv() as { PROFILE: { idFromName(name: string): unknown; get(id: unknown): { tell(events: object[], heard: object): Promise<unknown> } } };
    return PROFILE.get(PROFILE.idFromName(`died/${user}`));
  };
  // As far as it came: the profile has heard, the shard has not.
  await (await profile()).tell([{ id: 'order', at: Date.now(), goal: { id: goalId('died', 'purchase', 'T-1'), event: 'purchase', mills: 9_000, lacks: '', at: Date.now() } }], { site: 'died', now: Date.now() });
  expect(await counted(site)).toEqual({ treatment: [1, 0, 0], control: [0, 0, 0], mixed: 0 });
  expect(await tell({ id: 'order', name: 'purchase', props: { value: 9, transaction_id: 'T-1' } })).toEqual({ accepted: 1, rejected: [] });
  expect(await counted(site)).toEqual({ treatment: [1, 1, 9], control: [0, 0, 0], mixed: 0 });
});
