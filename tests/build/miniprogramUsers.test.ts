import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUsers } from '../../examples/miniprogram/users.mjs';
import { makeExposure, makeSummary } from '../worker/harness/makeSummary.ts';
import { readRows } from '../worker/harness/readRows.ts';
import { sendSummaries } from '../worker/harness/sendSummaries.ts';
import { startWorker, type RunningWorker } from '../worker/harness/startWorker.ts';
import { profileOf } from '../worker/identity/signed.ts';
import { openShopPhone } from './miniprogram/openShopPhone.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

it('of whom the merchant’s server knows it says whose the summaries are; what they do there is told under its session’s name alone', async () => {
  const { site, phone, signIn, serve } = await openShopPhone(running, 'mini-users');
  signIn('u-5');
  phone.is.needAuthorization = false;
  await phone.launch();
  phone.open({ url: '/pages/checkout/checkout' });
  await phone.pass(30_000);
  phone.hide();
  await phone.pass(60_000);
  const [{ summary }] = await readRows(running, site, { query: 'SELECT summary FROM sessions' }) as [{ summary: string }];
  const { visitor, user } = JSON.parse(summary) as { visitor: string; user: string };
  const profile = await (await running.fetch('/v1/users/u-5', { headers: { authorization: `Bearer ${site.secret}` } })).json();
  expect(profile).toMatchObject({ user, visitors: [visitor], exposures: [{ campaign: 'checkout-help', visitor }] });
  expect(JSON.stringify(phone.sent)).not.toContain('u-5');

  const tell = async (event: object): Promise<unknown[]> => {
    const answer = await serve(new Request('https://shop.example.com/tactful/v1/events', { method: 'POST', body: JSON.stringify({ events: [{ id: 'e1', user: 'somebody-else', ...event }] }) }));
    return [answer.status, answer.status === 202 ? await answer.json() : null];
  };
  expect(await tell({ name: 'add_to_cart' })).toEqual([202, { accepted: 1, rejected: [] }]);
  expect(await tell({ name: 'sign_up' })).toEqual([202, { accepted: 0, rejected: [{ index: 0, code: 'unknown_event', path: 'name' }] }]);
  expect(await tell({ name: 'purchase' })).toEqual([422, null]);
  const seen = async (name: string): Promise<unknown[]> => {
    const { user: id } = await (await running.fetch(`/v1/users/${name}`, { headers: { authorization: `Bearer ${site.secret}` } })).json() as { user: string };
    return (await running.worker.getDurableObjectStorage('PROFILE', { name: `${site.id}/${id}` })).exec('SELECT id FROM seen');
  };
  expect([await seen('u-5'), await seen('somebody-else')]).toEqual([[{ id: 'e1' }], []]);
});

it('who wants no more suggestions on the web is shown none in the mini-program', async () => {
  const { site, phone, signIn, identityKey } = await openShopPhone(running, 'mini-caps');
  const now = Date.now();
  const { user } = await profileOf(running, site, { key: identityKey, user: 'u-6', visitor: 'laptop' });
  await sendSummaries(running, site, [makeSummary({ visitor: 'laptop', session: 's1', user: user!, startedAt: now - 61_000, exposures: [makeExposure({ id: 'e1', campaign: 'checkout-help', outcome: 'dismiss', reason: 'opt_out', at: now - 30_000 })] })], now);
  signIn('u-6');
  phone.is.needAuthorization = false;
  const tactful = await phone.launch();
  phone.open({ url: '/pages/checkout/checkout' });
  await phone.pass(60_000);
  expect(phone.top().data['tactful']).toBeFalsy();
  const [{ gates }] = tactful.explain() as [{ gates: { gate: string; passed: boolean; value: unknown }[] }];
  expect(gates.find(({ gate }) => gate === 'consent')).toMatchObject({ passed: false, value: 'opt_out' });
  expect(tactful.summary()!.exposures).toEqual([]);
});

it('a collector that is away for a moment makes nobody of a user; a body that it would refuse costs one request, and an event that is none is no failure', async () => {
  const statuses = [429, 200];
  let asked = 0;
  const fetch = async (): Promise<Response> => { asked++; return Response.json({ user: 'tag' }, { status: statuses.shift() ?? 200 }); };
  const users = createUsers({ collector: 'https://cx.example.com', origin: 'https://shop.example.com', fetch, key: 'pk_1', identityKey: 'ik_1', secretKey: 'sk_1', userOf: async () => 'u-1' });
  const sent = new Request('https://shop.example.com/tactful/v1/summaries', { method: 'POST' });
  const body = (n: number): string => JSON.stringify({ sessions: Array.from({ length: n }, (_, at) => ({ visitor: `v${at}` })) });
  expect(await users.sign(sent, body(1))).toBe(body(1));
  expect(JSON.parse(await users.sign(sent, body(1)))).toEqual({ sessions: [{ visitor: 'v0', user: 'tag' }] });
  expect([await users.sign(sent, body(51)), asked]).toEqual([body(51), 2]);
  const told = new Request('https://shop.example.com/tactful/v1/events', { method: 'POST', body: '{"events":[null]}' });
  expect([(await users.events(told)).status, asked]).toEqual([422, 2]);
});
