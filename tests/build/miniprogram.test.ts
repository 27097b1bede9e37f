import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import type { TestSite } from '../worker/harness/makeSite.ts';
import { readRows } from '../worker/harness/readRows.ts';
import { startWorker, type RunningWorker } from '../worker/harness/startWorker.ts';
import { ROOT } from './listFiles.ts';
import { openShopPhone, type ShopPhone } from './miniprogram/openShopPhone.ts';

const CHECKOUT = { url: '/pages/checkout/checkout' };
const MINUTE = 60_000, DAY = 86_400_000;

let running: RunningWorker;
let site: TestSite;
let sites = 0;
let source: ShopPhone['source'];
let phone: ShopPhone['phone'];
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());
beforeEach(async () => { ({ site, source, phone } = await openShopPhone(running, `mini-${++sites}`)); });
const stored = (): Promise<Record<string, unknown>[]> => readRows(running, site, { query: 'SELECT visitor, session, summary FROM sessions' });
const summaries = async (): Promise<any[]> => (await stored()).map(({ summary }) => JSON.parse(String(summary)));
const card = (): any => phone.top().data['tactful'];

it('before the privacy agreement help is shown, and nothing is kept or sent but the question for the configuration', async () => {
  const tactful = await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(MINUTE);
  expect(card().title).toBe('需要帮忙吗？');
  phone.tell('onTactfulClose');
  phone.hide();
  await phone.pass(MINUTE);
  expect(card()).toBeNull();
  expect([...phone.storage.keys()]).toEqual([]);
  expect(phone.sent.length).toBeGreaterThan(0);
  expect(phone.sent.filter(({ method, url }) => method !== 'GET' || !/^https:\/\/shop\.example\.com\/tactful\/v1\/config\?v=1&sdk=0\.1\.0&locale=zh-CN&key=pk_demo$/.test(url))).toEqual([]);
  expect(tactful.summary()).toBeNull();
});

it('once it is cleared, twenty seconds at checkout draw the card; its press and its exposure arrive', async () => {
  phone.is.needAuthorization = false;
  await phone.launch();
  await phone.pass(5_000);
  phone.open(CHECKOUT);
  await phone.pass(19_900);
  expect(card()).toBeNull();
  await phone.pass(100);
  expect(card()).toMatchObject({ kind: 'card', title: '需要帮忙吗？', action: '看看配送说明', close: '关闭', whyOpen: false });
  phone.tell('onTactfulWhy');
  expect(card()).toMatchObject({ whyOpen: true, reasons: ['你在这个页面停留了一会儿。', expect.stringContaining('设备')] });
  await phone.pass(2_000);
  phone.tell('onTactfulPress');
  expect(phone.top().route).toBe('pages/home/home');
  await phone.pass(5_000);
  const [summary, ...more] = await summaries();
  expect(more).toEqual([]);
  expect(summary).toMatchObject({
    sdk: '0.1.0', bot: 0, context: { device: 'phone', locale: 'zh-CN', referrer: 'other' }, pages: { checkout: { views: 1, activeMs: 22_000 }, home: { views: 2 } },
    exposures: [{ campaign: 'checkout-help', arm: 'treatment', outcome: 'click', reason: 'action' }],
  });
});

it('an answer that comes later is asked for by the platform; what was seen before it is counted nowhere', async () => {
  const tactful = await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(10_000);
  phone.tell('agree');
  await phone.pass(10_000);
  expect(card()).not.toBeNull();
  await phone.pass(6_000);
  const [{ pages, exposures }] = await summaries();
  expect(pages.checkout.activeMs).toBeLessThanOrEqual(16_000);
  expect(exposures).toHaveLength(1);
  expect(await tactful.ask()).toBe('granted');
});

it('refused, nothing is kept or sent; withdrawn, what was kept is erased, and the next launch does not ask again', async () => {
  phone.is.agrees = false;
  const asked = await phone.launch();
  expect(await asked.ask()).toBe('denied');
  phone.open(CHECKOUT);
  await phone.pass(MINUTE);
  expect([phone.storage.size, phone.posted()]).toEqual([0, []]);

  phone.is.needAuthorization = false;
  await phone.launch();
  await phone.pass(1_000);
  expect([...phone.storage.keys()]).toEqual(['tactful:pk_demo']);
  phone.open(CHECKOUT);
  phone.tell('refuse');
  expect([...phone.storage.keys()]).toEqual(['refused']);
  const before = phone.posted().length;
  phone.hide();
  await phone.pass(1_000);
  await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(10 * MINUTE);
  expect([[...phone.storage.keys()], phone.posted().length]).toEqual([['refused'], before]);
});

it('time behind another program does not count, and dwell goes on where it stood', async () => {
  phone.is.needAuthorization = false;
  await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(15_000);
  phone.hide();
  await phone.pass(MINUTE);
  phone.show();
  await phone.pass(4_900);
  expect(card()).toBeNull();
  await phone.pass(100);
  expect(card()).not.toBeNull();
  phone.hide();
  await phone.pass(1_000);
  const [{ pages }] = await summaries();
  expect(pages.checkout).toEqual({ views: 1, activeMs: 20_000, episodes: 2 });
});

it('a dismissal holds over the next launch, and opens again after its week', async () => {
  phone.is.needAuthorization = false;
  await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(22_000);
  phone.tell('onTactfulClose');
  phone.hide();
  await phone.pass(5_000);
  const tactful = await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(21_000);
  expect(card()).toBeNull();
  const [{ gates }] = tactful.explain();
  expect(gates.find(({ passed }: { passed: boolean }) => !passed).gate).toBe('frequency');
  phone.hide();
  await phone.pass(8 * DAY);
  await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(20_000);
  expect(card()).not.toBeNull();
  phone.hide();
  await phone.pass(1_000);
  const rows = await stored();
  expect([new Set(rows.map(({ visitor }) => visitor)).size, rows.length]).toEqual([1, 2]);
  // One session over two launches is one part that goes on.
  expect((await summaries()).map(({ exposures, part }) => [exposures.length, part.includes('+')]).sort()).toEqual([[1, false], [1, false]]);
});

it('what found no network waits for the next launch, and is counted once', async () => {
  phone.is.needAuthorization = false;
  await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(20_500);
  phone.is.online = false;
  await phone.pass(10_000);
  phone.hide();
  await phone.pass(DAY);
  expect(await stored()).toEqual([]);
  phone.is.online = true;
  await phone.launch();
  await phone.pass(20_000);
  phone.hide();
  await phone.pass(1_000);
  const rows = await summaries();
  expect(rows.map(({ exposures }) => exposures.length).sort()).toEqual([0, 1]);
  expect(JSON.parse(JSON.parse(phone.storage.get('tactful:pk_demo')!)).waiting).toEqual({});
});

it('nothing comes while the visitor types; a sheet of another kind is waited for, too', async () => {
  phone.is.needAuthorization = false;
  const tactful = await phone.launch();
  phone.open(CHECKOUT);
  phone.tell('begin', { type: 'focus' });
  await phone.pass(21_000);
  expect(card()).toBeNull();
  phone.tell('end', { type: 'blur' });
  tactful.busy({ paying: true });
  await phone.pass(1_000);
  expect(card()).toBeNull();
  tactful.busy({ paying: false });
  await phone.pass(0);
  expect(card()).not.toBeNull();
});

it('two failures of a form in a row draw it as well; a purchase is the campaign’s goal', async () => {
  phone.is.needAuthorization = false;
  await phone.launch();
  phone.open({ url: '/pages/product/product?id=slow-teapot' });
  phone.tell('onTactfulTouch', { dataset: { tactful: 'read-shipping' } });
  phone.tell('add');
  phone.tell('pay');
  expect(card()).toBeNull();
  await phone.pass(1_000);
  phone.tell('pay');
  await phone.pass(2_000);
  expect(card()).not.toBeNull();
  phone.tell('onTactfulClose');
  phone.tell('write', { type: 'input', detail: { value: '王小明' } });
  phone.tell('pay');
  await phone.pass(6_000);
  const [summary] = await summaries();
  expect(summary).toMatchObject({
    counts: { form_errors: 2 }, signals: { 'read-shipping': { count: 1 } }, cart: { stage: 'purchased' },
    exposures: [{ outcome: 'convert' }], goals: [{ event: 'purchase', value: 598, currency: 'CNY' }],
  });
  expect(JSON.stringify(phone.sent)).not.toContain('王小明');
});

it('what cannot be drawn here is not eligible, and says so', async () => {
  const survey = { kind: 'survey', title: { 'zh-Hans': '一个问题' }, survey: [{ id: 'why', kind: 'scale', ask: { 'zh-Hans': '满意吗？' }, scale: '1-5' }] };
  const published = await callAdmin(running, `sites/${site.id}/config`, {
    method: 'PUT', headers: { 'if-match': '*' }, body: { ...source, campaigns: [{ ...source.campaigns[0], id: 'asks', priority: 99, message: survey }, ...source.campaigns] },
  });
  expect(published.status).toBe(200);
  phone.is.needAuthorization = false;
  const tactful = await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(20_000);
  expect(card().title).toBe('需要帮忙吗？');
  const { eligible, gates: [status] } = tactful.explain().find(({ campaign }: { campaign: string }) => campaign === 'asks');
  expect([eligible, status]).toMatchObject([false, { gate: 'status', passed: false, value: 'unsupported:message.kind' }]);
});

it('is built with the release that it says', () => {
  expect(readFileSync(`${ROOT}examples/miniprogram/tactful/VERSION.ts`, 'utf8')).toContain(`'${JSON.parse(readFileSync(`${ROOT}packages/sdk/package.json`, 'utf8')).version}'`);
});

it('a phone whose clock is off says by the server’s when it sent, as its summaries do; the exposure stands at its time', async () => {
  for (const [name, slow] of [['slow', 5 * DAY], ['fast', -5 * DAY]] as const) {
    const shop = await openShopPhone(running, `mini-${name}`, slow);
    shop.phone.is.needAuthorization = false;
    await shop.phone.launch();
    await shop.phone.pass(5_000);
    shop.phone.open(CHECKOUT);
    await shop.phone.pass(30_000);
    const bodies = shop.phone.sent.filter(({ url }) => url.includes('/v1/summaries')).map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(0);
    for (const { sentAt } of bodies) expect(Math.abs(sentAt - slow - shop.phone.now())).toBeLessThan(MINUTE);
    const [row] = await readRows(running, shop.site, { query: 'SELECT at FROM exposures' });
    expect(Math.abs(Number(row!['at']) - Date.now())).toBeLessThan(2 * MINUTE);
  }
});
