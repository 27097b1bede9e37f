import { expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { eachVisitor } from './harness/eachVisitor.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, NOTHING, openTab, SOON } from './harness/openTab.ts';
import { signalPrivacy } from './harness/signalPrivacy.ts';

const CONFIG = deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }], { goal: { event: 'purchase', within: 86_400_000 } })] });
let stage: Stage;
let visitor: BrowserContext;
eachVisitor(CONFIG, (scene) => {
  ({ stage, visitor } = scene);
  stage.attributes = '';
});

it.each(['pending', 'denied'])('%s: helps once a page, keeps nothing, sends nothing but the configuration', async (status) => {
  stage.attributes = `data-consent="${status}"`;
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.call('flush');
  await tab.go('/checkout/1');
  await tab.call('flush');
  expect(await kept(tab.page)).toEqual(NOTHING);
  expect(stage.collector.posts()).toEqual([]);
  expect(await tab.call('summary')).toBeNull();
  for (const { query, headers } of stage.collector.received) {
    expect(query).toMatch(/^key=pk_test&v=1&sdk=[\d.]+&locale=en$/);
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  }
  expect(tab.errors).toEqual([]);
});

it('functional: keeps caps and the tab’s state without an identifier, sends nothing', async () => {
  stage.attributes = 'data-consent="functional"';
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.go('/');
  const { session, entries } = await kept(tab.page);
  expect(session).toEqual(['tactful:pk_test']);
  expect(Object.keys(entries).sort()).toEqual(['caps', 'consent']);
  expect(entries['caps'].scopes['c:help'].lifetime).toBe(1);
  expect(stage.collector.posts()).toEqual([]);
});

it.each(['functional', 'pending'] as const)('withdrawn to %s: nobody is named any more, in no tab and not after the way back', async (status) => {
  const one = await openTab(stage, visitor);
  await one.call('consent', 'granted');
  await expect.poll(() => one.call('summary'), SOON).not.toBeNull();
  const [two, gone] = [await openTab(stage, visitor), await openTab(stage, visitor)];
  await gone.call('track', 'stuck');
  await gone.told('message:shown');
  await gone.go('/checkout/1');
  await two.call('consent', status);
  await one.told('consent:changed', 2);
  expect([await one.call('summary'), await two.call('summary')]).toEqual([null, null]);
  await expect.poll(async () => Object.keys((await kept(two.page)).entries).filter((key) => !['caps', 'config', 'consent', 'said'].includes(key)), SOON).toEqual([]);
  if (status === 'pending') expect((await kept(two.page)).databases).toEqual([]);
  const before = stage.collector.summaries().length;
  await gone.page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => gone.page.evaluate(() => (window as any).tactful?.summary?.()), SOON).toBeNull();
  await gone.call('track', 'purchase', { transaction_id: 'T1', value: 1 });
  for (const tab of [one, two, gone]) await tab.call('flush');
  expect(stage.collector.summaries()).toHaveLength(before);
});

it('granted: keeps a visitor, sends a summary by its id, never the token', async () => {
  stage.attributes = 'data-consent="granted"';
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.call('flush');
  const { entries } = await kept(tab.page);
  const [summary] = stage.collector.summaries();
  expect(summary).toMatchObject({ visitor: entries['visitor'].visitor, seq: 1, exposures: [{ campaign: 'help', arm: 'treatment' }] });
  expect(stage.collector.received.map(({ body, query }) => body + query).join()).not.toContain(entries['visitor'].token);
  const { headers } = stage.collector.posts()[0]!;
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
});

it('a grant holds at the next load; withdrawn in one tab, every tab is silent and empty', async () => {
  const one = await openTab(stage, visitor);
  await one.call('consent', 'granted');
  await one.told('consent:changed');
  await expect.poll(async () => (await kept(one.page)).entries['visitor'], SOON).toBeTruthy();
  const two = await openTab(stage, visitor);
  await expect.poll(() => two.call('summary'), SOON).toBeTruthy();
  await one.call('consent', 'denied');
  await two.told('consent:changed');
  await expect.poll(() => kept(two.page), SOON).toEqual(NOTHING);
  stage.collector.received.length = 0;
  await two.call('track', 'stuck');
  await two.call('flush');
  await two.go('/');
  expect(stage.collector.posts()).toEqual([]);
  expect(await kept(two.page)).toEqual(NOTHING);
});

it('Global Privacy Control turns an unanswered question into a refusal', async () => {
  await signalPrivacy(visitor);
  const tab = await openTab(stage, visitor);
  await tab.call('flush');
  expect([await kept(tab.page), stage.collector.posts()]).toEqual([NOTHING, []]);
  await tab.call('consent', 'granted');
  await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
});

it.each(['granted', 'functional'])('Global Privacy Control stands above the attribute %s; the visitor’s own word above both, at the next load, too', async (status) => {
  stage.attributes = `data-consent="${status}"`;
  await signalPrivacy(visitor);
  const tab = await openTab(stage, visitor);
  await tab.call('flush');
  await expect.poll(() => kept(tab.page), SOON).toEqual(NOTHING);
  expect([await tab.call('summary'), stage.collector.posts()]).toEqual([null, []]);
  await tab.call('consent', 'granted');
  await expect.poll(async () => (await kept(tab.page)).entries['visitor'], SOON).toBeTruthy();
  await tab.go('/');
  await expect.poll(async () => (await kept(tab.page)).entries['consent'], SOON).toBe(status);
});

it('Global Privacy Control switched on since: what the attribute alone had kept goes', async () => {
  stage.attributes = 'data-consent="granted"';
  const tab = await openTab(stage, visitor);
  await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
  await signalPrivacy(visitor);
  await tab.go('/');
  await expect.poll(() => kept(tab.page), SOON).toEqual(NOTHING);
  expect(await tab.call('summary')).toBeNull();
});

it('answers that follow each other at once: after the last withdrawal nothing is written', async () => {
  const tab = await openTab(stage, visitor);
  for (let round = 0; round < 3; round++) {
    await tab.call('consent', 'granted');
    await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
    await tab.page.evaluate(() => ['denied', 'granted', 'denied'].forEach((status) => (window as any).tactful.consent(status)));
    await expect.poll(() => kept(tab.page), SOON).toEqual(NOTHING);
    // What was on its way as that was seen has come by now.
    expect([await kept(tab.page), await kept(tab.page)]).toEqual([NOTHING, NOTHING]);
  }
  expect(tab.errors).toEqual([]);
});

it('what was counted before the grant does not ship', async () => {
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.call('consent', 'granted');
  await expect.poll(() => tab.call('summary'), SOON).toMatchObject({ exposures: [], pages: {} });
});

it('what is told right after reset is the new visitor’s, as are caps and arms; another tab goes over to them', async () => {
  stage.attributes = 'data-consent="granted"';
  const [tab, other] = [await openTab(stage, visitor), await openTab(stage, visitor)];
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  const before = await tab.call('summary');
  await tab.page.evaluate(() => {
    const { tactful } = window as any;
    void tactful.reset();
    tactful.track('purchase', { transaction_id: 'T1', value: 2 });
  });
  await expect.poll(async () => (await tab.call('summary')).visitor, SOON).not.toBe(before.visitor);
  const after = await tab.call('summary');
  expect(after.goals).toMatchObject([{ value: 2 }]);
  await expect.poll(async () => (await other.call('summary')).visitor, SOON).toBe(after.visitor);
  expect((await kept(tab.page)).entries['caps']).toMatchObject({ scopes: {}, arms: {} });
  expect(stage.collector.summaries().filter((one) => one.visitor === before.visitor).flatMap(({ goals }) => goals)).toEqual([]);
});
