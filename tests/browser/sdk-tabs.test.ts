import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { kept, openTab, SOON } from './harness/openTab.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(deviceConfig({ campaigns: [campaign('once', [{ on: 'event', name: 'stuck' }], { frequency: { lifetime: 1 } })] }));
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.collector.intake = 202;
});

it('four tabs that want to show at the same moment show once', async () => {
  const visitor = await stage.visitor();
  const tabs = [];
  for (let n = 0; n < 4; n++) tabs.push(await openTab(stage, visitor));
  await Promise.all(tabs.map((tab) => tab.call('track', 'stuck')));
  await expect.poll(async () => (await Promise.all(tabs.map((tab) => tab.count('message:shown')))).reduce((sum, n) => sum + n), SOON).toBe(1);
  await expect.poll(async () => Promise.all(tabs.map((tab) => tab.call('explain', 'once').then(([{ gates }]) => gates.find(({ gate }: { gate: string }) => gate === 'frequency').passed))), SOON)
    .toEqual([false, false, false, false]);
  expect((await kept(tabs[0]!.page)).entries['caps'].scopes['c:once'].lifetime).toBe(1);
  const late = await openTab(stage, visitor);
  await late.call('track', 'stuck');
  expect(await late.call('explain', 'once')).toMatchObject([{ eligible: false }]);
  await visitor.close();
});

it('each tab is a part of one session; a duplicated tab becomes a part of its own', async () => {
  const visitor = await stage.visitor();
  const one = await openTab(stage, visitor);
  const first = await one.call('summary');
  await one.call('track', 'stuck');
  await one.told('message:shown');
  const [opened] = await Promise.all([visitor.waitForEvent('page'), one.page.evaluate(() => void window.open('/other'))]);
  await opened.waitForLoadState();
  await expect.poll(() => opened.evaluate(() => (window as any).tactful?.summary?.()?.part), SOON).toBeTruthy();
  const second = await opened.evaluate(() => (window as any).tactful.summary());
  expect(second.session).toBe(first.session);
  expect(second.visitor).toBe(first.visitor);
  expect(second.part).not.toBe(first.part);
  expect(await opened.evaluate(() => sessionStorage.getItem('tactful:pk_test'))).toContain(first.part);
  expect(second).toMatchObject({ exposures: [], pages: {} });
  await visitor.close();
});

it('a summary that met a dead collector arrives from the next page, once', async () => {
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  stage.collector.intake = 0;
  await tab.call('flush');
  const waiting = Object.entries((await kept(tab.page)).entries).filter(([key]) => key.startsWith('s:'));
  expect(waiting).toHaveLength(1);
  stage.collector.received.length = 0;
  stage.collector.intake = 202;
  await tab.go('/other');
  await expect.poll(() => stage.collector.summaries().length, SOON).toBe(1);
  expect(stage.collector.summaries()[0]).toMatchObject({ exposures: [{ campaign: 'once' }] });
  await expect.poll(async () => Object.entries((await kept(tab.page)).entries).filter(([key, value]) => key.startsWith('s:') && value), SOON).toEqual([]);
  expect(tab.errors).toEqual([]);
  await visitor.close();
});

it('what is on the way to another site is sent at once, by a request that survives the page', async () => {
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.page.goto('about:blank');
  await expect.poll(() => stage.collector.summaries().length, SOON).toBe(1);
  await visitor.close();
});

it.each([
  ['for another site', (page: Page) => page.goto('about:blank')],
  ['for a page of this site', (page: Page) => page.goto(stage.origin + '/other')],
  ['by closing it', (page: Page) => page.close({ runBeforeUnload: true })],
])('a page that is left %s while the collector is down: its summary waits for the next tab', async (_how, leave) => {
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  stage.collector.intake = 503;
  await leave(tab.page);
  await expect.poll(() => stage.collector.summaries().length, SOON).toBe(1);
  if (!tab.page.isClosed()) await tab.page.close();
  stage.collector.received.length = 0;
  stage.collector.intake = 202;
  await openTab(stage, visitor);
  await expect.poll(() => stage.collector.summaries().map(({ exposures }) => exposures[0]?.campaign), SOON).toEqual(['once']);
  await visitor.close();
});

it('a page closed right after a press of an anchor, or of a link that leads nowhere, has kept its summary', async () => {
  stage.body = '<h1>Shop</h1><a href="#more">More</a> <a href="/elsewhere" onclick="event.preventDefault()">Elsewhere</a>';
  for (const name of ['More', 'Elsewhere']) {
    const visitor = await stage.visitor();
    const tab = await openTab(stage, visitor);
    await tab.call('track', 'stuck');
    await tab.told('message:shown');
    await tab.page.getByRole('link', { name, exact: true }).click();
    await tab.page.close({ runBeforeUnload: true });
    await openTab(stage, visitor);
    await expect.poll(() => stage.collector.summaries().map(({ exposures }) => exposures[0]?.campaign), SOON).toContain('once');
    await visitor.close();
  }
});

it('tells the page of a conversion once, also on the next page, and sends it within seconds', async () => {
  stage.collector.config = deviceConfig({ campaigns: [campaign('offer', [{ on: 'event', name: 'stuck' }], { goal: { event: 'purchase', within: 86_400_000 } })] });
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.go('/other');
  await tab.call('track', 'purchase', { transaction_id: 'o1', value: 40, currency: 'EUR' });
  await tab.told('message:converted');
  await tab.call('track', 'purchase', { transaction_id: 'o1', value: 40, currency: 'EUR' });
  await expect.poll(() => stage.collector.summaries().at(-1), SOON).toMatchObject({ exposures: [{ outcome: 'convert' }], goals: [{ event: 'purchase', value: 40, currency: 'EUR' }] });
  await tab.go('/thanks');
  expect(await tab.count('message:converted')).toBe(0);
  await visitor.close();
});

it('the visitor’s own withdrawal holds in the other tabs, whatever a manager there repeats', async () => {
  stage.head = `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments) }
gtag('consent', 'default', { analytics_storage: 'denied' }); gtag('consent', 'update', { analytics_storage: 'granted' })</script>`;
  const visitor = await stage.visitor();
  const [one, two] = [await openTab(stage, visitor), await openTab(stage, visitor)];
  for (const tab of [one, two]) await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
  await one.call('consent', 'denied');
  await expect.poll(() => two.call('summary'), SOON).toBeNull();
  const told = await two.count('consent:changed');
  await two.page.evaluate(() => (window as any).gtag('consent', 'update', { analytics_storage: 'granted' }));
  await two.call('track', 'stuck');
  await two.call('flush');
  expect([await two.count('consent:changed'), await two.call('summary')]).toEqual([told, null]);
  await expect.poll(() => kept(two.page), SOON).toEqual({ session: [], local: [], databases: [], entries: {} });
  stage.head = '';
  await visitor.close();
});
