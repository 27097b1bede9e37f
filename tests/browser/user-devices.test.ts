import { readFileSync } from 'node:fs';
import type { Trace } from '@tactful/protocol';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { startWorker, type RunningWorker } from '../worker/harness/startWorker.ts';
import { addKey, sendEvents, simple, token } from '../worker/identity/signed.ts';
import type { TestSite } from '../worker/harness/makeSite.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { openTab, SOON, type Tab } from './harness/openTab.ts';
import { servePages } from './harness/servePages.ts';

/** The real Worker, the built files, and a browser with two devices of one user. */
let running: RunningWorker;
let browser: Browser;
let site: TestSite;
let key: string;
let origin: string;
const closing: (() => unknown)[] = [];

const card = (id: string, own: object) => ({
  id, status: 'live', control: 0, trigger: { any: [{ on: 'event', name: `ask-${id}` }] }, message: { kind: 'card', title: { en: `Message ${id}`, 'zh-Hans': id } }, ...own,
});
const [VIP] = JSON.parse(readFileSync('packages/protocol/recipes/vip-invite.json', 'utf8')).campaigns;
const SOURCE = {
  v: 1, site: { currency: 'EUR' }, holdout: 0, frequency: {},
  campaigns: [
    card('nudge', { goal: { event: 'purchase', within: '24h' }, frequency: { after: { convert: 'forever' } } }),
    { ...VIP, control: 0 },
  ],
};

beforeAll(async () => {
  [running, browser] = await Promise.all([startWorker(), launchBrowser()]);
  const pages = await servePages((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><head><title>Shop</title>
<script async src="${running.origin}/tactful.js" crossorigin="anonymous" data-key="${site.key}" data-consent="granted"></script></head><body><h1>Shop</h1></body></html>`));
  origin = pages.origin;
  closing.push(() => pages.close(), () => browser.close(), () => running.close());
  site = await (await callAdmin(running, 'sites', { method: 'POST', body: { id: 'devices', name: 'Devices', origins: [origin] } })).json() as TestSite;
  expect((await callAdmin(running, 'sites/devices/config', { method: 'PUT', body: SOURCE, headers: { 'if-match': '*' } })).status).toBe(200);
  ({ key } = await addKey(running, site));
});
afterAll(async () => { for (const close of closing) await close(); });

/** A device of its own. */
async function device(): Promise<Tab> {
  const context = await browser.newContext();
  // Who is driven is counted as a bot, and joins nobody.
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }));
  closing.unshift(() => context.close());
  return openTab({ origin } as Parameters<typeof openTab>[0], context);
}
const identify = (tab: Tab, signature: string, id = 'u-1') => tab.call('identify', id, { city: 'Lyon' }, { signature });
/** What the gate of a campaign saw. */
const gateOf = async (tab: Tab, campaign: string, gate: string) => ((await tab.call('explain', campaign)) as Trace[])[0]?.gates.find((one) => one.gate === gate);
const user = async (tab: Tab): Promise<string | undefined> => (await tab.call('summary'))?.user;
it('what a store reports of a user holds on their second device at the next load, and what the CRM says opens a campaign there', async () => {
  const laptop = await device();
  await identify(laptop, simple(key, 'u-1'));
  await expect.poll(() => user(laptop), SOON).toMatch(/^[\w-]{44}$/);
  await laptop.call('track', 'ask-nudge');
  await laptop.told('message:shown');
  await laptop.call('flush');
  expect(await (await sendEvents(running, site.secret, [
    { id: 'order-1', user: 'u-1', name: 'purchase', props: { value: 80, currency: 'EUR', transaction_id: 'T-1' } }, { id: 'crm-1', user: 'u-1', attributes: { tier: 'vip' } },
  ])).json()).toEqual({ accepted: 2, rejected: [] });

  const phone = await device();
  await identify(phone, await token(key, { aud: site.key }));
  await expect.poll(async () => (await gateOf(phone, 'nudge', 'frequency'))?.passed, SOON).toBe(false);
  await phone.call('track', 'ask-nudge');
  await phone.call('track', 'view_item');
  await phone.told('message:shown');
  expect(await gateOf(phone, 'nudge', 'frequency')).toMatchObject({ passed: false, value: { wait: expect.any(Number) } });
  expect((await phone.call('summary')).exposures).toMatchObject([{ campaign: 'vip-invite', arm: 'treatment' }]);

  // Nobody, and who is not signed, are met as anybody.
  const other = await device();
  await identify(other, simple(`${key}0`, 'u-1'));
  await other.call('track', 'view_item');
  await other.call('track', 'ask-nudge');
  await other.told('message:shown');
  expect((await other.call('summary')).exposures).toMatchObject([{ campaign: 'nudge' }]);
  expect(await gateOf(other, 'vip-invite', 'conditions')).toMatchObject({ passed: false });
  expect(await user(other)).toBeUndefined();

  const [report] = await (await callAdmin(running, 'sites/devices/campaigns')).json() as { treatment: object }[];
  expect(report!.treatment).toMatchObject({ visitors: 1, conversions: 1, value: 80 });
  expect([laptop, phone].flatMap(({ errors }) => errors)).toEqual([]);
});

it('after a logout the visitor is nobody’s until identify() is called anew; neither id nor traits are in a summary', async () => {
  const tab = await device();
  const asked: string[] = [];
  tab.page.on('request', (request) => { if (/\/v1\/(profile|summaries)/.test(request.url()) && request.method() !== 'OPTIONS') asked.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`); });
  await identify(tab, simple(key, 'user-number-77'), 'user-number-77');
  await expect.poll(() => user(tab), SOON).toMatch(/^[\w-]{44}$/);
  const first = await user(tab);
  await tab.call('reset');
  await expect.poll(async () => (await tab.call('summary'))?.seq, SOON).toBeDefined();
  expect(await user(tab)).toBeUndefined();
  await identify(tab, simple(key, 'user-number-77'), 'user-number-77');
  await expect.poll(() => user(tab), SOON).toMatch(/^[\w-]{44}$/);
  expect(await user(tab)).not.toBe(first);
  expect((await user(tab))!.slice(0, 22)).toBe(first!.slice(0, 22));
  await tab.call('flush');
  expect(asked.filter((one) => one.startsWith('/v1/profile'))).toHaveLength(2);
  expect(asked.join()).not.toMatch(/user-number-77|Lyon/);
  expect(asked.some((one) => one.includes(first!))).toBe(true);
});

it('without consent nothing of the user leaves', async () => {
  const tab = await device();
  await tab.call('consent', 'denied');
  const asked: string[] = [];
  tab.page.on('request', (request) => asked.push(request.url()));
  await identify(tab, simple(key, 'u-2'), 'u-2');
  await expect.poll(() => asked.some((url) => url.endsWith('/tactful-user.js')), SOON).toBe(true);
  await tab.call('consent', 'pending');
  expect(await tab.call('explain')).toHaveLength(2);
  expect(asked.filter((url) => url.includes('/v1/profile'))).toEqual([]);
  await tab.call('consent', 'granted');
  await expect.poll(() => asked.filter((url) => url.includes('/v1/profile')).length, SOON).toBe(1);
});
