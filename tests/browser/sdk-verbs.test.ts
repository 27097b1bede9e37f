import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { DeviceMessage } from '@tactful/protocol';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { drawn } from './harness/drawn.ts';
import { eachTab } from './harness/eachTab.ts';
import type { Stage } from './harness/openStage.ts';
import { SOON, type Tab } from './harness/openTab.ts';

const STUCK = [{ on: 'event', name: 'stuck' }] as const;
const card = (title: string): DeviceMessage => ({ kind: 'card', title, body: 'We are here.' });
const CONFIG = deviceConfig({
  campaigns: [
    campaign('pro', STUCK, { message: card('For pro'), conditions: { feature: 'user.plan', op: 'eq', value: 'platinum' } }),
    campaign('dear', STUCK, { message: card('For a full cart'), conditions: { feature: 'cart.value', op: 'gte', value: 50 } }),
    campaign('held', [{ on: 'event', name: 'never' }], { message: card('On demand'), control: 1, frequency: { session: 1 }, conditions: { feature: 'cart.items', op: 'gt', value: 99 } }),
    campaign('code', [{ on: 'event', name: 'never' }], {
      message: { kind: 'coupon', title: 'A code', body: 'Yours.', offer: 'ten', action: { kind: 'apply_offer', label: 'Get code' } },
    }),
    campaign('landed', [{ on: 'page', page: 'checkout' }], { message: card('At the checkout') }),
  ],
  offers: { ten: { mode: 'minted' } },
});
let stage: Stage;
let tab: Tab;
eachTab(CONFIG, (opened) => ({ stage, tab } = opened));

const heading = (name: string) => tab.page.getByRole('heading', { name });
/** Gates in the way of a campaign. */
const shut = async (id: string): Promise<string[]> => (await tab.call('explain', id))[0].gates.filter((gate: { passed: boolean }) => !gate.passed).map(({ gate }: { gate: string }) => gate);
/** Everything that was sent, as text. */
const sent = async (): Promise<string> => {
  await tab.call('flush');
  expect(stage.collector.summaries().length).toBeGreaterThan(0);
  return stage.collector.received.map(({ query, body, headers }) => query + body + JSON.stringify(headers)).join();
};

it.each([
  ['setAttributes', [{ plan: 'platinum' }]],
  ['identify', ['customer-4711', { plan: 'platinum' }]],
])('%s opens a condition on user.*, and neither id nor traits leave', async (verb, args) => {
  await tab.call('track', 'stuck');
  expect(await shut('pro')).toContain('conditions');
  await tab.call(verb, ...args);
  await tab.told('message:shown');
  await heading('For pro').waitFor();
  expect(await sent()).not.toMatch(/customer-4711|platinum|plan/);
});

it('identify refuses an address, with its traits', async () => {
  await tab.call('identify', 'mara@example.com', { plan: 'platinum' });
  await tab.call('track', 'stuck');
  expect(await shut('pro')).toContain('conditions');
  expect(await sent()).not.toMatch(/mara|example\.com/);
});

it('cart opens a condition on its value, and is what the summary tells', async () => {
  await tab.call('track', 'stuck');
  expect(await shut('dear')).toContain('conditions');
  await tab.call('cart', { value: 80, currency: 'EUR', items: 2 });
  await tab.told('message:shown');
  await heading('For a full cart').waitFor();
  await tab.call('flush');
  expect(stage.collector.summaries().at(-1)!.cart).toMatchObject({ stage: 'cart', value: 80, currency: 'EUR', items: 2 });
});

it('show draws whatever trigger, conditions, caps and control say, and counts nothing; hide takes it away', async () => {
  for (let turn = 1; turn <= 2; turn++) {
    await tab.call('show', 'held');
    await heading('On demand').waitFor();
    await tab.call('hide');
    await heading('On demand').waitFor({ state: 'detached' });
    await tab.told('message:dismissed', turn);
  }
  await tab.call('flush');
  expect(stage.collector.summaries().at(-1)).toMatchObject({ exposures: [] });
  await tab.call('show', 'none-of-that-name');
  expect(await tab.page.getByRole('dialog').count()).toBe(0);
});

it.each([
  ['typing', (page: Page) => page.locator('#note').press('a')],
  ['dialog', (page: Page) => page.evaluate(() => document.querySelector('dialog')!.showModal())],
  ['paying', (page: Page) => page.locator('#card').focus()],
])('show keeps its manners: %s is told, nothing drawn and nothing counted', async (gate, busy) => {
  await tab.page.evaluate(() => {
    (window as any).tactful.on('message:suppressed', (detail: unknown) => ((window as any).suppressed ||= []).push(detail));
    document.querySelector('h1')!.insertAdjacentHTML('afterend', '<input id="note"><iframe id="card" src="data:text/html,Card"></iframe><dialog>Their own</dialog>');
  });
  await busy(tab.page);
  await tab.call('show', 'held');
  await tab.told('message:suppressed');
  expect(await tab.page.evaluate(() => (window as any).suppressed)).toEqual([{ campaign: 'held', gate }]);
  expect(await tab.page.locator('tactful-widget').count()).toBe(0);
  expect([await tab.count('message:eligible'), await tab.count('message:shown'), await tab.count('message:dismissed')]).toEqual([0, 0, 0]);
  await tab.call('flush');
  expect(stage.collector.summaries().at(-1)).toMatchObject({ exposures: [], gates: {} });
  expect(stage.collector.posts().filter(({ path }) => path !== '/v1/summaries')).toEqual([]);
});

it('what is in the way of a message is told once, however often it is looked at', async () => {
  await tab.call('setAttributes', { plan: 'platinum' });
  await tab.page.evaluate(() => {
    document.querySelector('h1')!.insertAdjacentHTML('afterend', '<dialog>Their own</dialog>');
    document.querySelector('dialog')!.showModal();
    const { request } = LockManager.prototype;
    (window as any).looks = 0;
    LockManager.prototype.request = function (this: LockManager, ...args: any[]) {
      (window as any).looks++;
      return (request as any).apply(this, args);
    };
  });
  await tab.call('track', 'stuck');
  await tab.page.waitForFunction(() => (window as any).looks > 2);
  expect(await tab.count('message:suppressed')).toBe(1);
  await tab.page.evaluate(() => document.querySelector('dialog')!.close());
  await heading('For pro').waitFor();
});

it.each([
  ['the visitor began to type', 'note.focus()', 'note.value = ""'],
  ['the page opened a dialog', 'theirs.showModal()', 'theirs.close()'],
])('%s while the widget’s file was on its way: what is exposed waits for that', async (_name, begin, end) => {
  const { page } = tab;
  await page.evaluate(() => document.querySelector('h1')!.insertAdjacentHTML('afterend', '<input id="note"><dialog id="theirs">Their own</dialog>'));
  let come = (): void => undefined;
  const asked = new Promise<void>((seen) => void page.route('**/tactful-widget.js', async (route) => {
    await new Promise<void>((go) => {
      come = go;
      seen();
    });
    await route.continue();
  }));
  await tab.call('setAttributes', { plan: 'platinum' });
  await tab.call('track', 'stuck');
  await asked;
  await page.evaluate(begin);
  if (begin.startsWith('note')) await page.keyboard.type('Is there');
  const here = page.waitForResponse('**/tactful-widget.js');
  come();
  await (await here).finished();
  // The file is here; the first look came with it.
  await page.evaluate('import(performance.getEntriesByType("resource").find(({ name }) => name.endsWith("tactful-widget.js")).name)');
  await drawn(page);
  expect(await page.locator('tactful-widget').count()).toBe(0);
  await page.evaluate(end);
  await tab.told('message:shown');
});

it('what is ready only on another page of the app is not drawn there', async () => {
  const { page } = tab;
  await page.route('**/tactful-widget.js', async (route) => {
    await tab.call('page', 'checkout');
    await route.continue();
  });
  await tab.call('setAttributes', { plan: 'platinum' });
  await tab.call('track', 'stuck');
  await tab.told('message:dismissed');
  expect(await heading('For pro').count()).toBe(0);
  expect((await tab.call('summary')).exposures[0]).toMatchObject({ campaign: 'pro', outcome: 'ignore', reason: 'load' });
});

it('preview without an address of the console draws nothing, and asks for nothing', async () => {
  await tab.call('preview', 'code');
  await tab.call('show', 'held');
  await heading('On demand').waitFor();
  expect(await tab.page.locator('tactful-widget').count()).toBe(1);
  expect(await heading('A code').count()).toBe(0);
  expect(stage.collector.received.filter(({ path }) => /previews|claims/.test(path))).toEqual([]);
});

it('reset sends what is pending under the old visitor and starts a new one', async () => {
  await tab.call('track', 'stuck');
  const before = await tab.call('summary');
  await tab.call('reset');
  const after = await tab.call('summary');
  expect(after.visitor).not.toBe(before.visitor);
  expect(after.session).not.toBe(before.session);
  expect(after.counts.events ?? 0).toBe(0);
  await tab.call('flush');
  await expect.poll(() => stage.collector.summaries().find((one) => one.visitor === before.visitor), SOON).toMatchObject({ session: before.session, counts: { events: 1 } });
});

it('chat.open opens the chat and chat.close closes it, each told once', async () => {
  await tab.page.evaluate(() => (window as any).tactful.chat.open());
  await tab.told('chat:opened');
  await tab.page.getByRole('dialog').waitFor();
  await tab.page.evaluate(() => (window as any).tactful.chat.close());
  await tab.told('chat:closed');
  await tab.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect([await tab.count('chat:opened'), await tab.count('chat:closed')]).toEqual([1, 1]);
});

it('on hears an event with its detail until it is told to stop; what a listener throws harms nothing', async () => {
  await tab.page.evaluate(() => {
    const { tactful } = window as any;
    (window as any).heard = [];
    tactful.on('message:shown', () => { throw new Error('of the host'); });
    (window as any).off = tactful.on('message:dismissed', (detail: unknown) => (window as any).heard.push(detail));
  });
  for (let turn = 1; turn <= 2; turn++) {
    await tab.call('show', 'held');
    await heading('On demand').waitFor();
    await tab.call('hide');
    await tab.told('message:dismissed', turn);
    await tab.page.evaluate(() => (window as any).off());
  }
  expect(await tab.page.evaluate(() => (window as any).heard)).toEqual([{ campaign: 'held', reason: 'hide' }]);
});

it('page names the place: triggers and the summary know it by that name', async () => {
  await tab.call('page', 'checkout');
  await tab.told('message:shown');
  await heading('At the checkout').waitFor();
  expect((await tab.call('summary')).pages).toMatchObject({ home: { views: 1 }, checkout: { views: 1 } });
});
