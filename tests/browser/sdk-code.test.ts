import { TEXTS } from '@tactful/protocol';
import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { eachVisitor } from './harness/eachVisitor.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, openTab, SOON, type Tab } from './harness/openTab.ts';
import { openShadow } from './widget/openShadow.ts';

const CONFIG = deviceConfig({
  texts: TEXTS.en, offers: { ship: {} },
  campaigns: [campaign('free', [{ on: 'event', name: 'stuck' }], { message: { kind: 'coupon', title: 'Free shipping', body: 'On us.', offer: 'ship' }, frequency: { cooldown: 86_400_000 } })],
});
let stage: Stage;
let visitor: BrowserContext;
eachVisitor(CONFIG, (scene) => {
  ({ stage, visitor } = scene);
  stage.collector.config = CONFIG;
  stage.body = '<h1>Shop</h1>';
  return visitor.addInitScript(openShadow);
});

const inside = (tab: Tab) => tab.page.locator('tactful-widget .panel');
const press = (tab: Tab, name: string) => inside(tab).getByRole('button', { name, exact: true }).click();
const code = (tab: Tab) => inside(tab).getByRole('textbox', { name: 'Your code' });
/** A tab in which a code was asked for. */
async function withCode(): Promise<Tab> {
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await press(tab, 'Get code');
  await code(tab).waitFor();
  return tab;
}
const carried = (tab: Tab) => tab.page.evaluate(() => JSON.parse(sessionStorage.getItem('tactful:pk_test')!).code);

it('stands again on the tab’s next pages, counted and claimed once, until it is closed', async () => {
  const tab = await withCode();
  for (const path of ['/checkout/1', '/checkout/2']) {
    await tab.go(path);
    await code(tab).waitFor();
    expect(await code(tab).inputValue()).toBe('CODE-1234');
    expect(await inside(tab).locator('p').allInnerTexts()).not.toContain('On us.');
    await expect.poll(() => tab.page.locator('tactful-widget [role=status]').innerText(), SOON).toBe('Free shipping.');
  }
  const { scopes } = (await kept(tab.page)).entries['caps'];
  expect(scopes['c:free'].shown).toHaveLength(1);
  expect(await tab.count('message:shown')).toBe(0);
  await press(tab, 'Close');
  await tab.go('/');
  expect(await carried(tab)).toBeUndefined();
  await tab.call('flush');
  const { exposures } = stage.collector.summaries().at(-1)!;
  expect(exposures).toMatchObject([{ campaign: 'free', outcome: 'click' }]);
  expect(stage.collector.received.filter(({ path }) => path.endsWith('/claims'))).toHaveLength(1);
  expect(await inside(tab).count()).toBe(0);
  expect(tab.errors).toEqual([]);
  await visitor.close();
});

it('looks less and less often where something stays in its way', async () => {
  const tab = await withCode();
  stage.body = '<dialog open>Terms</dialog>';
  await tab.page.addInitScript(() => {
    const { request } = LockManager.prototype;
    const looks: number[] = (window as any).looks = [];
    LockManager.prototype.request = function (this: LockManager, ...args: any[]) {
      if (String(args[0]).endsWith('show')) looks.push(performance.now());
      return (request as any).apply(this, args);
    };
  });
  await tab.go('/checkout/1');
  await tab.page.waitForFunction(() => (window as any).looks.length > 2);
  const [first, second, third] = await tab.page.evaluate(() => (window as any).looks) as [number, number, number];
  expect((third - second) / (second - first)).toBeGreaterThan(1.5);
  await visitor.close();
});

it('waits for a dialog of the page, and comes once that is closed', async () => {
  const tab = await withCode();
  stage.body = '<dialog open>Terms</dialog>';
  await tab.go('/checkout/1');
  await expect.poll(() => tab.page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('tactful-act.js'))), SOON).toBe(true);
  expect(await inside(tab).count()).toBe(0);
  await tab.page.evaluate(() => document.querySelector('dialog')!.close());
  await code(tab).waitFor();
  await visitor.close();
});

it.each([
  ['an order', async (tab: Tab) => { await tab.call('track', 'purchase', { transaction_id: 'o1' }); }],
  ['consent that is withdrawn', async (tab: Tab) => { await tab.call('consent', 'denied'); await tab.call('consent', 'granted'); }],
  ['another visitor', async (tab: Tab) => { await tab.call('reset'); }],
])('is gone after %s', async (_name, end) => {
  stage.body = '<input data-tactful-coupon>';
  const tab = await withCode();
  await tab.go('/checkout/1');
  await code(tab).waitFor();
  expect(await carried(tab)).toEqual({ code: 'CODE-1234', offer: 'ship', campaign: 'free' });
  await end(tab);
  await tab.go('/checkout/2');
  await tab.call('flush');
  await tab.go('/checkout/3');
  expect(await carried(tab)).toBeUndefined();
  expect(await inside(tab).count()).toBe(0);
  await visitor.close();
});

it('goes on standing where it only fills the shop’s field: it is not sent by that; on a later page it is asked once whether it helped', async () => {
  stage.body = '<input data-tactful-coupon>';
  const tab = await withCode();
  await press(tab, 'Apply to my order');
  await inside(tab).getByText('The code is filled in. Confirm it with your order.').waitFor();
  expect(await tab.page.locator('[data-tactful-coupon]').inputValue()).toBe('CODE-1234');
  await tab.go('/checkout/1');
  await code(tab).waitFor();
  expect(await carried(tab)).toEqual({ code: 'CODE-1234', offer: 'ship', campaign: 'free' });
  await press(tab, 'Copy');
  await press(tab, 'No');
  await tab.call('flush');
  expect(stage.collector.summaries().at(-1)!.exposures).toMatchObject([{ campaign: 'free', outcome: 'click', helped: false }]);
  await tab.go('/checkout/2');
  expect(await carried(tab)).toMatchObject({ asked: true });
  await tab.call('track', 'purchase', { transaction_id: 'o1' });
  await tab.go('/thanks');
  expect(await carried(tab)).toBeUndefined();
  await visitor.close();
});

it('ends with its offer', async () => {
  const tab = await withCode();
  stage.collector.config = { ...CONFIG, version: 'c2', offers: { ship: { until: Date.now() - 1_000 } } };
  await tab.go('/checkout/1');
  await expect.poll(async () => { await tab.go('/checkout/2'); return carried(tab); }, SOON).toBeUndefined();
  expect(await inside(tab).count()).toBe(0);
  await visitor.close();
});
