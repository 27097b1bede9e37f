import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { eachVisitor } from './harness/eachVisitor.ts';
import { GTAG, script, update } from './harness/managerPage.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, NOTHING, openTab, SOON, type Tab } from './harness/openTab.ts';

const CONFIG = deviceConfig({ campaigns: [campaign('once', [{ on: 'event', name: 'stuck' }], { frequency: { lifetime: 1 } })] });
let stage: Stage;
let visitor: BrowserContext;
eachVisitor(CONFIG, (scene) => {
  ({ stage, visitor } = scene);
  Object.assign(stage.collector, { config: CONFIG, intake: 202 });
  stage.body = '<h1>Shop</h1>';
  stage.head = '';
});

/** A tab in which the message was shown. */
async function openShown(): Promise<Tab> {
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  return tab;
}

it('four tabs that want to show at the same moment show once', async () => {
  const tabs: Tab[] = [];
  for (let n = 0; n < 4; n++) tabs.push(await openTab(stage, visitor));
  await Promise.all(tabs.map((tab) => tab.call('track', 'stuck')));
  await expect.poll(async () => (await Promise.all(tabs.map((tab) => tab.count('message:shown')))).reduce((sum, n) => sum + n), SOON).toBe(1);
  await expect.poll(async () => Promise.all(tabs.map((tab) => tab.call('explain', 'once').then(([{ gates }]) => gates.find(({ gate }: { gate: string }) => gate === 'frequency').passed))), SOON)
    .toEqual([false, false, false, false]);
  expect((await kept(tabs[0]!.page)).entries['caps'].scopes['c:once'].lifetime).toBe(1);
  const late = await openTab(stage, visitor);
  await late.call('track', 'stuck');
  expect(await late.call('explain', 'once')).toMatchObject([{ eligible: false }]);
});

it('each tab is a part of one session; a duplicated tab becomes a part of its own', async () => {
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
});

it('a summary that met a dead collector arrives from the next page, once', async () => {
  const tab = await openShown();
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
});

it('what is on the way to another site is sent at once, by a request that survives the page', async () => {
  const tab = await openShown();
  await tab.page.goto('about:blank');
  await expect.poll(() => stage.collector.summaries().length, SOON).toBe(1);
});

it.each([
  ['for another site', (page: Page) => page.goto('about:blank')],
  ['for a page of this site', (page: Page) => page.goto(stage.origin + '/other')],
  ['by closing it', (page: Page) => page.close({ runBeforeUnload: true })],
])('a page that is left %s while the collector is down: its summary waits for the next tab', async (_how, leave) => {
  const tab = await openShown();
  stage.collector.intake = 503;
  await leave(tab.page);
  await expect.poll(() => stage.collector.summaries().length, SOON).toBe(1);
  if (!tab.page.isClosed()) await tab.page.close();
  stage.collector.received.length = 0;
  stage.collector.intake = 202;
  await openTab(stage, visitor);
  await expect.poll(() => stage.collector.summaries().map(({ exposures }) => exposures[0]?.campaign), SOON).toEqual(['once']);
});

it.each([['an anchor', 'More'], ['a link that leads nowhere', 'Elsewhere']])('a page closed right after a press of %s has kept its summary', async (_what, name) => {
  stage.body = '<h1>Shop</h1><a href="#more">More</a> <a href="/elsewhere" onclick="event.preventDefault()">Elsewhere</a>';
  const tab = await openShown();
  await tab.page.getByRole('link', { name, exact: true }).click();
  await tab.page.close({ runBeforeUnload: true });
  await openTab(stage, visitor);
  await expect.poll(() => stage.collector.summaries().map(({ exposures }) => exposures[0]?.campaign), SOON).toContain('once');
});

it('tells the page of a conversion once, also on the next page, and sends it within seconds', async () => {
  stage.collector.config = deviceConfig({ campaigns: [campaign('offer', [{ on: 'event', name: 'stuck' }], { goal: { event: 'purchase', within: 86_400_000 } })] });
  const tab = await openShown();
  await tab.go('/other');
  await tab.call('track', 'purchase', { transaction_id: 'o1', value: 40, currency: 'EUR' });
  await tab.told('message:converted');
  await tab.call('track', 'purchase', { transaction_id: 'o1', value: 40, currency: 'EUR' });
  await expect.poll(() => stage.collector.summaries().at(-1), SOON).toMatchObject({ exposures: [{ outcome: 'convert' }], goals: [{ event: 'purchase', value: 40, currency: 'EUR' }] });
  await tab.go('/thanks');
  expect(await tab.count('message:converted')).toBe(0);
});

it('the visitor’s own withdrawal holds in the other tabs, whatever a manager there repeats', async () => {
  stage.head = script(`${GTAG} gtag('consent', 'default', { analytics_storage: 'denied' }); gtag('consent', 'update', { analytics_storage: 'granted' })`);
  const [one, two] = [await openTab(stage, visitor), await openTab(stage, visitor)];
  for (const tab of [one, two]) await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
  await one.call('consent', 'denied');
  await expect.poll(() => two.call('summary'), SOON).toBeNull();
  const told = await two.count('consent:changed');
  await update(two, 'granted');
  await two.call('track', 'stuck');
  await two.call('flush');
  expect([await two.count('consent:changed'), await two.call('summary')]).toEqual([told, null]);
  await expect.poll(() => kept(two.page), SOON).toEqual(NOTHING);
});

/** Views that the last state of each part counts, and whether any part was sent with a `seq` that did not rise. */
function counted(): { views: number; fell: string[] } {
  const last = new Map<string, { seq: number; views: number }>();
  const fell: string[] = [];
  for (const { session, part, seq, counts } of stage.collector.summaries()) {
    const name = `${session}/${part}`;
    const before = last.get(name);
    const views = (counts as Record<string, number>)['view_item'] ?? 0;
    if (before && before.seq >= seq && before.views !== views) fell.push(`${name} ${before.seq} → ${seq}`);
    if (!before || before.seq < seq) last.set(name, { seq, views });
  }
  return { views: [...last.values()].reduce((sum, { views }) => sum + views, 0), fell };
}

/** Plays that in the page of a new tab: so many views count, each once. */
async function counts(views: number, play: () => Promise<void>): Promise<void> {
  const tab = await openTab(stage, visitor);
  stage.collector.received.length = 0;
  await tab.page.evaluate(play);
  expect(counted()).toEqual({ views, fell: [] });
  expect(tab.errors).toEqual([]);
}

it('what is told while the next visit opens counts once, whatever is sent meanwhile', () => counts(5, async () => {
  const { tactful } = window as any;
  for (let turn = 0; turn < 5; turn++) {
    const opened = tactful.reset();
    tactful.track('view_item', { value: 1 });
    await tactful.flush();
    await opened;
    await tactful.flush();
  }
}));

it('hearing of resets one upon the other, a part never goes back behind what it has counted', () => counts(20, async () => {
  const { tactful } = window as any;
  const other = new BroadcastChannel('tactful:pk_test');
  // Made after the page's own: what it has heard, that has heard.
  const last = new BroadcastChannel('tactful:pk_test');
  let left = 20;
  const heard = new Promise<void>((done) => { last.onmessage = ({ data }) => { if (data.reset && !--left) done(); }; });
  const turns = async (): Promise<void> => { for (let turn = 0; turn < 10; turn++) await crypto.subtle.digest('SHA-256', new Uint8Array(1)); };
  for (let turn = 0; turn < 10; turn++) {
    other.postMessage({ reset: true });
    tactful.track('view_item', { value: 1 });
    await tactful.flush();
    other.postMessage({ reset: true });
    await turns();
    tactful.track('view_item', { value: 1 });
    await tactful.flush();
  }
  // A reset that is heard later overtakes this page's own, which has then been waited for in vain.
  await heard;
  other.close();
  last.close();
  await tactful.reset();
  await tactful.flush();
}));

it('a new visitor under another consent, told in one turn: what is told counts for the new one, once', async () => {
  const tab = await openTab(stage, visitor);
  await tab.call('consent', 'functional');
  await tab.call('consent', 'granted');
  await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
  const before = await tab.call('summary');
  stage.collector.received.length = 0;
  const opening = await tab.page.evaluate(() => {
    const { tactful } = window as any;
    tactful.consent('functional');
    void tactful.reset();
    tactful.track('view_item', { value: 1 });
    tactful.consent('granted');
    return tactful.summary();
  });
  expect(opening).toBeNull();
  await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
  expect((await tab.call('summary')).visitor).not.toBe(before.visitor);
  await tab.call('flush');
  await expect.poll(() => counted(), SOON).toEqual({ views: 1, fell: [] });
  expect(stage.collector.summaries().map((summary) => summary.visitor)).not.toContain(before.visitor);
  expect(tab.errors).toEqual([]);
});
