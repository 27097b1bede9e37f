import { createHmac } from 'node:crypto';
import { goalId } from '@tactful/engine';
import type { WebhookBody, WebhookRow } from '@tactful/protocol';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startReceiver, type Received } from './harness/startReceiver.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';
import { addKey, profileOf, sendEvents } from './identity/signed.ts';

let running: RunningWorker;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let site: TestSite;
let sites = 0;
beforeAll(async () => {
  receiver = await startReceiver();
  running = await startWorker({ WEBHOOK_TEST_ORIGIN: receiver.origin, WEBHOOK_HOSTS: 'hooks.example.com, crm.example.com' });
});
beforeEach(async () => {
  receiver.got.length = 0;
  receiver.reply = () => ({ body: '{"errcode":0,"code":0}' });
  site = await makeSite(running, { id: `hooked-${sites++}`, source: STALL, shards: 2 });
});
afterAll(async () => {
  await running.close();
  await receiver.close();
});

const call = (path: string, method = 'GET', body?: unknown): Promise<Response> => callAdmin(running, `sites/${site.id}/webhooks${path}`, { method, ...(body === undefined ? {} : { body }) });
const list = async (): Promise<WebhookRow[]> => await (await call('')).json() as WebhookRow[];
async function add(own: object): Promise<{ readonly id: string; readonly secret: string }> {
  const response = await call('', 'POST', { url: `${receiver.origin}/in?token=hidden`, events: ['message', 'conversion', 'request'], ...own });
  if (response.status !== 201) throw new Error(await response.text());
  return await response.json() as { id: string; secret: string };
}
const ask = (id = 'request-0123456789ab', own: object = {}) => running.fetch(`/v1/requests?key=${site.key}`, {
  method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ id, name: 'Ada', contact: 'ada@example.com', text: 'Is it <in> stock?', locale: 'en', ...own }),
});
const arrived = (n: number): Promise<void> => vi.waitFor(() => expect(receiver.got).toHaveLength(n), { timeout: 20_000 });
const settled = (expected: Partial<WebhookRow>): Promise<void> => vi.waitFor(async () => expect((await list())[0]).toMatchObject(expected), { timeout: 20_000 });
const verify = (secret: string, { body, headers }: Received): WebhookBody => new Webhook(secret).verify(body, headers as Record<string, string>) as WebhookBody;
const desk = () => running.worker.getDurableObjectStorage('DESK', { name: site.id });
/** The desk as it would be when everything that waits is due; the next request wakes it. */
async function hurry(): Promise<void> {
  await (await desk()).exec(`UPDATE outbox SET next_at = ${Date.now()} WHERE state = 'waiting'`);
  await (await desk()).exec('UPDATE receivers SET paused_until = 0');
}
const session = makeSummary({ visitor: 'v1', session: 's1', exposures: [makeExposure({ id: 'e1' }), makeExposure({ id: 'e2', arm: 'control', outcome: 'none', reason: '' })], goals: [makeGoal({ id: 'g1' })] });

it('tells a server of each message, conversion and request once, signed as Standard Webhooks say', async () => {
  const { id, secret } = await add({});
  await sendSummaries(running, site, [session, makeSummary({ ...session, visitor: 'v2', session: 'robot', bot: 1 })]);
  await sendSummaries(running, site, [{ ...session, seq: 2 }]);
  expect((await ask()).status).toBe(202);
  expect((await ask()).status).toBe(202);
  await arrived(3);
  const told = receiver.got.map((received) => verify(secret, received)).sort((a, b) => (a.type < b.type ? -1 : 1));
  expect(told).toEqual([
    { id: 'conversion_s1_g1', timestamp: expect.any(String), site: site.id, type: 'conversion', data: { visitor: 'v1', session: 's1', ...makeGoal({ id: 'g1' }) } },
    { id: 'message_s1_e1', timestamp: expect.any(String), site: site.id, type: 'message', data: { visitor: 'v1', session: 's1', id: 'e1', campaign: 'stall', version: 1, variant: '', arm: 'treatment', at: 20_000, outcome: 'click', reason: 'action' } },
    { id: 'request_request-0123456789ab', timestamp: expect.any(String), site: site.id, type: 'request', data: { id: 'request-0123456789ab', at: expect.any(Number), name: 'Ada', contact: 'ada@example.com', text: 'Is it <in> stock?', locale: 'en' } },
  ]);
  expect(receiver.got.map(({ headers }) => headers['webhook-id']).sort()).toEqual(told.map(({ id: event }) => event));
  expect(() => verify('whsec_' + btoa('another secret'), receiver.got[0]!)).toThrow();
  await settled({ id, host: new URL(receiver.origin).host, template: 'json', waiting: 0, delivered: 3, givenUp: 0, secrets: 1 });
  expect(JSON.stringify([await list(), await (await callAdmin(running, `sites/${site.id}/audit`)).json()])).not.toMatch(/hidden|whsec_/);
});

it('tells a server of what another one told, once, with what it is worth, unless a session told it before', async () => {
  const { secret } = await add({ events: ['conversion'] });
  const now = Date.now();
  const { key } = await addKey(running, site);
  const { user: tag } = await profileOf(running, site, { key, user: 'u-1', visitor: 'v1' });
  const goal = (order: string): string => goalId(site.id, 'purchase', order);
  const order = (id: string, currency = 'EUR') => ({ id, user: 'u-1', at: now - 5_000, name: 'purchase', props: { value: 9.5, currency, transaction_id: id } });
  await sendSummaries(running, site, [makeSummary({ visitor: 'v1', session: 's-seen', user: tag!, startedAt: now - 61_000, goals: [makeGoal({ id: goal('T-seen'), at: now - 6_000 })] })], now);
  await arrived(1);
  for (let again = 0; again < 2; again++) expect(await (await sendEvents(running, site.secret, [order('T-1'), order('T-seen'), order('T-2', 'USD'), { id: 'tier', user: 'u-1', attributes: { tier: 'vip' } }])).json()).toEqual({ accepted: 4, rejected: [] });
  await arrived(3);
  const { user } = await (await running.fetch('/v1/users/u-1', { headers: { authorization: `Bearer ${site.secret}` } })).json() as { user: string };
  const told = Object.fromEntries(receiver.got.slice(1).map((received) => verify(secret, received)).map((body) => [body.id, body]));
  const conversion = (id: string, worth: object) => ({ id: `told_${user}_${goal(id)}`, timestamp: expect.any(String), site: site.id, type: 'conversion', data: { user, id: goal(id), event: 'purchase', at: now - 5_000, ...worth } });
  expect(told).toEqual({ [`told_${user}_${goal('T-1')}`]: conversion('T-1', { value: 9.5, currency: 'EUR' }), [`told_${user}_${goal('T-2')}`]: conversion('T-2', {}) });
  await vi.waitFor(async () => expect(await (await desk()).exec('SELECT state FROM outbox')).toEqual([{ state: 'delivered' }, { state: 'delivered' }]), { timeout: 20_000 });
  await running.fetch('/v1/users/u-1', { method: 'DELETE', headers: { authorization: `Bearer ${site.secret}` } });
  expect(await (await desk()).exec('SELECT event FROM outbox')).toEqual([]);
});

it('tries again later, as one and the same event, and nothing else meanwhile', async () => {
  const { secret } = await add({ events: ['request'] });
  receiver.reply = () => ({ status: 503 });
  const from = Date.now();
  await ask('request-0123456789-1');
  await settled({ waiting: 1, failure: 'HTTP 503' });
  for (const n of [2, 3]) await ask(`request-0123456789-${n}`);
  expect(await (await desk()).exec('SELECT event, attempts FROM outbox ORDER BY event')).toEqual([1, 2, 3].map((n) => ({ event: `request_request-0123456789-${n}`, attempts: n === 1 ? 1 : 0 })));
  const [{ paused_until, failures }] = await (await desk()).exec('SELECT paused_until, failures FROM receivers') as [{ paused_until: number; failures: number }];
  expect([failures, paused_until >= from + 8_000, Number.isInteger(paused_until)]).toEqual([1, true, true]);
  expect(receiver.got).toHaveLength(1);
  receiver.reply = () => ({});
  await hurry();
  await ask('request-0123456789-4');
  await arrived(5);
  expect(new Set(receiver.got.map((received) => verify(secret, received).id))).toEqual(new Set([1, 2, 3, 4].map((n) => `request_request-0123456789-${n}`)));
  await settled({ waiting: 0, delivered: 4 });
});

it('gives up after the last attempt, and sends again when it is told to', async () => {
  const { id } = await add({ events: ['request'] });
  receiver.reply = () => ({ status: 500 });
  await ask();
  await settled({ waiting: 1, failure: 'HTTP 500' });
  await (await desk()).exec('UPDATE outbox SET attempts = 9');
  await hurry();
  await ask('request-0123456789-2');
  await settled({ givenUp: 1 });
  receiver.reply = () => ({});
  receiver.got.length = 0;
  expect(await (await call(`/${id}/replay`, 'POST', { since: 0 })).json()).toEqual({ queued: 2 });
  await arrived(2);
  await settled({ waiting: 0, delivered: 2, givenUp: 0 });
  expect(await (await call(`/${id}/replay`, 'POST', { since: Date.now() + 60_000 })).json()).toEqual({ queued: 0 });
});

it('signs with two secrets while one takes the other’s place', async () => {
  const first = await add({ events: ['request'] });
  const { secret } = await (await call(`/${first.id}/secret`, 'POST', {})).json() as { secret: string };
  await ask('request-0123456789-1');
  await arrived(1);
  for (const one of [first.secret, secret]) expect(verify(one, receiver.got[0]!).type).toBe('request');
  const last = await (await call(`/${first.id}/secret`, 'POST', { only: true })).json() as { secret: string };
  await ask('request-0123456789-2');
  await arrived(2);
  expect(verify(last.secret, receiver.got[1]!).type).toBe('request');
  for (const one of [first.secret, secret]) expect(() => verify(one, receiver.got[1]!)).toThrow();
});

const TEXT = 'Ada 请求人工服务\n联系方式：ada@example.com\nIs it ‹in› stock?';
it('speaks to the robots of WeCom, DingTalk, Feishu and Slack in their own ways', async () => {
  const robots = { wecom: {}, dingtalk: { secret: 'SEC-of-dingtalk' }, feishu: { secret: 'secret-of-feishu' }, slack: {} };
  for (const [template, own] of Object.entries(robots)) expect((await add({ id: template, template, url: `${receiver.origin}/${template}?access_token=a%2Bb`, events: ['request'], ...own })).secret).toBeNull();
  await ask();
  await arrived(4);
  const got = Object.fromEntries(receiver.got.map(({ url, body }) => [new URL(url, receiver.origin).pathname.slice(1), { query: new URL(url, receiver.origin).searchParams, body: JSON.parse(body) as Record<string, unknown> }]));
  const content = `Tactful · ${site.id}\n${TEXT}`;
  expect(got['wecom']!.body).toEqual({ msgtype: 'text', text: { content } });
  expect(got['slack']!.body).toEqual({ text: `Tactful · ${site.id}\nAda asks for a person\nContact: ada@example.com\nIs it ‹in› stock?`, mrkdwn: false, unfurl_links: false });
  const { query, body } = got['dingtalk']!;
  expect(body).toEqual({ msgtype: 'text', text: { content } });
  expect(query.get('access_token')).toBe('a+b');
  expect(query.get('sign')).toBe(createHmac('sha256', 'SEC-of-dingtalk').update(`${query.get('timestamp')}\nSEC-of-dingtalk`).digest('base64'));
  expect(Math.abs(Number(query.get('timestamp')) - Date.now())).toBeLessThan(60_000);
  const { timestamp, sign, ...said } = got['feishu']!.body as { timestamp: string; sign: string };
  expect(said).toEqual({ msg_type: 'text', content: { text: content } });
  expect(sign).toBe(createHmac('sha256', `${timestamp}\nsecret-of-feishu`).update('').digest('base64'));
});

it('takes for a failure what a robot refuses with 200', async () => {
  receiver.reply = () => ({ body: '{"code":19021}' });
  await add({ template: 'feishu', events: ['request'] });
  await ask();
  await settled({ waiting: 1, delivered: 0, failure: 'code 19021' });
});

it('tells nothing of who was erased meanwhile', async () => {
  receiver.reply = () => ({ status: 500 });
  await add({});
  await sendSummaries(running, site, [session]);
  await settled({ failure: 'HTTP 500' });
  await running.fetch('/v1/visitors/v1', { method: 'DELETE', headers: { authorization: `Bearer ${site.secret}` } });
  expect(await readRows(running, site, { query: 'SELECT 1 AS n FROM outbox', shards: 2 })).toEqual([]);
});

it.each([['http://hooks.example.com/', 'bad_url'], ['https://evil.example/', 'bad_host']])('refuses %s by its code', async (url, code) => {
  const response = await call('', 'POST', { url, events: ['request'] });
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 422, body: { error: { code: 'invalid', path: 'url', issues: [{ code, path: 'url' }] } } });
});

it('takes ten, each under its own id, and says what is set for tests', async () => {
  for (let n = 0; n < 10; n++) await add({ id: `hook-${n}` });
  expect((await call('', 'POST', { url: receiver.origin, events: ['request'] })).status).toBe(409);
  expect((await call('/nobody', 'DELETE')).status).toBe(404);
  expect(await (await running.fetch('/v1/health')).json()).toMatchObject({ bindings: { webhookHosts: true, webhookTest: true } });
});
