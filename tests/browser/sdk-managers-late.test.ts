import { expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { bringLate, eachUnasked, GTAG, script, update } from './harness/managerPage.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, NOTHING, openTab, SOON, type Tab } from './harness/openTab.ts';
import { signalPrivacy } from './harness/signalPrivacy.ts';

let stage: Stage;
let visitor: BrowserContext;
eachUnasked((scene) => ({ stage, visitor } = scene));

/** Brings it, and goes on until the page was told of an answer. */
const late = (tab: Tab, text: string): Promise<void> => bringLate(tab, text, async () => await tab.count('consent:changed') === 1);

it('one that comes late while its file can’t be loaded holds back; the next word asks for the file again', async () => {
  stage.attributes = 'data-consent="granted"';
  await visitor.route('**/tactful-consent.js', (route) => route.abort());
  const tab = await openTab(stage, visitor);
  await expect.poll(() => tab.call('summary'), SOON).not.toBeNull();
  const before = await tab.call('summary');
  await late(tab, `${GTAG} gtag('consent', 'update', { analytics_storage: 'denied' })`);
  expect([await tab.call('summary'), (await kept(tab.page)).entries['visitor'].visitor]).toEqual([null, before.visitor]);
  await visitor.unroute('**/tactful-consent.js');
  await update(tab, 'denied');
  await expect.poll(() => kept(tab.page), SOON).toEqual(NOTHING);
  expect(tab.errors).toEqual([]);
});

it('one that came late leaves the page’s own queue as it was', async () => {
  stage.head = script(GTAG);
  stage.attributes = 'data-consent="granted"';
  const tab = await openTab(stage, visitor);
  await late(tab, 'gtag("consent", "update", { analytics_storage: "denied" })');
  await tab.call('destroy');
  expect(await tab.page.evaluate(() => Object.keys((window as any).dataLayer))).toEqual(['0']);
});

it('Global Privacy Control is asked where what keeps came only on a retry', async () => {
  stage.attributes = 'data-consent="granted"';
  await signalPrivacy(visitor);
  let tries = 0;
  await visitor.route('**/tactful-ship.js', (route) => ++tries > 1 ? route.continue() : route.abort());
  const tab = await openTab(stage, visitor);
  await expect.poll(() => tries, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => tab.call('summary'), SOON).toBeNull();
  await expect.poll(() => kept(tab.page), SOON).toEqual(NOTHING);
}, 40_000);

it('under Global Privacy Control a manager that comes late and grants is the visitor’s answer', async () => {
  await signalPrivacy(visitor);
  const tab = await openTab(stage, visitor);
  await late(tab, `${GTAG} gtag('consent', 'update', { analytics_storage: 'granted' })`);
  await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
  expect((await kept(tab.page)).entries['consent']).toBe('granted');
  expect(tab.errors).toEqual([]);
});
