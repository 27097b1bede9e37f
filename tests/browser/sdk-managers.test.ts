import { expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { TEXTS } from '@tactful/protocol';
import { bringLate, eachUnasked, GTAG, script, update } from './harness/managerPage.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, NOTHING, openTab, SOON, type Tab } from './harness/openTab.ts';
import { signalPrivacy } from './harness/signalPrivacy.ts';
import { openShadow } from './widget/openShadow.ts';

let stage: Stage;
let visitor: BrowserContext;
eachUnasked((scene) => ({ stage, visitor } = scene));

/** The page's snippet as Google documents it. https://developers.google.com/tag-platform/security/guides/consent */
const google = (...said: readonly (readonly [how: 'default' | 'update', words: object])[]): string =>
  script(GTAG + said.map(([how, words]) => `gtag('consent', '${how}', ${JSON.stringify(words)});`).join(''));
/** A storefront whose visitor gave this answer. https://shopify.dev/docs/api/customer-privacy */
const shopify = (analytics: 'yes' | 'no' | '', preferences: 'yes' | 'no' | ''): string => script(`
  window.answer = { analytics: '${analytics}', preferences: '${preferences}' };
  const customerPrivacy = {
    currentVisitorConsent: () => ({ ...answer, marketing: '', sale_of_data: '' }),
    analyticsProcessingAllowed: () => answer.analytics == 'yes', preferencesProcessingAllowed: () => answer.preferences == 'yes',
  };
  window.Shopify = { loadFeatures: (features, done) => setTimeout(() => { Shopify.customerPrivacy = customerPrivacy; done(); }) };
  window.answered = (analytics, preferences) => {
    answer = { analytics, preferences };
    document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: { analyticsAllowed: analytics == 'yes', preferencesAllowed: preferences == 'yes' } }));
  };`);
/** The same by a script that runs when the page was read, as a storefront's own do. */
const deferred = (tag: string): string => tag.replace(/^<script>([^]*)<\/script>$/, (_tag, text) => `<script defer src="data:text/javascript,${encodeURIComponent(text)}"></script>`);
const host = (status: string): string => script(`window.tactful = window.tactful || function () { (tactful.q = tactful.q || []).push(arguments) }; tactful('consent', '${status}')`);
const said = (how: 'default' | 'update', analytics: string, more: object = {}) => [how, { ad_storage: 'denied', analytics_storage: analytics, ...more }] as const;
const [DENIED, GRANTED, REFUSED, AGREED] = [said('default', 'denied'), said('default', 'granted'), said('update', 'denied'), said('update', 'granted')];
const AD_ONLY = ['update', { ad_storage: 'denied', ad_user_data: 'denied' }] as const;

/** What may be kept, by what is, after all that may be sent was. */
async function under(tab: Tab): Promise<string> {
  await tab.call('flush');
  const { entries, databases, session } = await kept(tab.page);
  if (stage.collector.posts().length > 0) return entries['visitor'] ? 'granted' : 'sent';
  if (entries['consent']) return entries['visitor'] ? 'visitor' : entries['consent'];
  return databases.length + session.length === 0 ? 'nothing' : 'something';
}

it.each([
  ['a refusal', 'granted', google(REFUSED), 'nothing'],
  ['a default is no answer', 'granted', google(DENIED), 'nothing'],
  ['granted by default', '', google(GRANTED), 'granted'],
  ['an answer known from before', '', google(DENIED, AGREED), 'granted'],
  ['what a page needs to work well', 'granted', google(DENIED, said('update', 'denied', { functionality_storage: 'granted' })), 'functional'],
  ['nothing said of measuring: the attribute', 'granted', google(AD_ONLY), 'granted'],
  ['nothing said of measuring: still open', '', google(AD_ONLY), 'nothing'],
  ['Shopify: agreed', '', shopify('yes', 'yes'), 'granted'],
  ['Shopify: refused', 'granted', shopify('no', 'no'), 'nothing'],
  ['Shopify: preferences alone', 'granted', shopify('no', 'yes'), 'functional'],
  ['Shopify: not answered', 'granted', shopify('', ''), 'nothing'],
  ['an entry that throws hides no refusal', '', google(said('default', 'granted', { wait_for_update: 300 })) + script('dataLayer.push({ get length() { throw 1; } })') + google(REFUSED), 'nothing'],
  ['an entry that lets nobody look', 'granted', script(GTAG + 'dataLayer.push({ get 0() { throw 1; } })') + google(REFUSED), 'nothing'],
  ['an entry that lets nobody look, and no manager: the attribute', 'granted', script(GTAG + 'dataLayer.push({ get 0() { throw 1; } })'), 'granted'],
  ['Shopify’s API by a deferred script: refused', 'granted', script('window.Shopify = { shop: "x" }') + deferred(shopify('no', 'no')), 'nothing'],
  ['Shopify’s API by a deferred script: agreed', '', script('window.Shopify = { shop: "x" }') + deferred(shopify('yes', 'yes')), 'granted'],
  ['Shopify that has loaded without its API: the attribute', 'granted', script('window.Shopify = { shop: "x" }'), 'granted'],
  ['of two, the one that allows less', 'granted', google(AGREED) + shopify('no', 'no'), 'nothing'],
  ['the host’s word before a refusal', '', google(REFUSED) + host('granted'), 'granted'],
  ['the host’s word before a grant', 'granted', google(AGREED) + host('denied'), 'nothing'],
])('%s (data-consent="%s")', async (_name, attribute, head, status) => {
  stage.head = head;
  if (attribute) stage.attributes = `data-consent="${attribute}"`;
  const tab = await openTab(stage, visitor);
  await expect.poll(() => under(tab), SOON).toBe(status);
  expect(tab.errors).toEqual([]);
});

it.each([
  ['an answer', google(DENIED, AGREED), 'granted'], ['no word of measuring', google(AD_ONLY), 'nothing'], ['no manager', '', 'nothing'],
])('Global Privacy Control and %s', async (_name, head, status) => {
  stage.head = head;
  await signalPrivacy(visitor);
  const tab = await openTab(stage, visitor);
  await expect.poll(() => under(tab), SOON).toBe(status);
});

it('denied by default on each page and granted a moment later: nothing is erased, and it stays one visit', async () => {
  stage.head = google(DENIED) + script('if (/cmp=yes/.test(document.cookie)) setTimeout(() => gtag("consent", "update", { analytics_storage: "granted" }), 200)');
  const tab = await openTab(stage, visitor);
  expect([await kept(tab.page), await tab.call('summary')]).toEqual([NOTHING, null]);
  await tab.page.evaluate(() => void (document.cookie = 'cmp=yes'));
  await update(tab, 'granted');
  await expect.poll(() => tab.call('summary'), SOON).not.toBeNull();
  const first = await tab.call('summary');
  await tab.go('/checkout/1');
  const second = await tab.call('summary');
  expect(second).toMatchObject({ visitor: first.visitor, session: first.session, part: first.part, pages: { checkout: { views: 1 } } });
  expect((await kept(tab.page)).entries['visitor'].sessions).toBe(1);
  await tab.call('flush');
  expect(new Set(stage.collector.summaries().map(({ visitor, session, part }) => [visitor, session, part].join())).size).toBe(1);
});

it.each([['Google', google(DENIED, AGREED)], ['Shopify', shopify('yes', 'yes')]])('withdrawn by %s in one tab, every tab is silent and empty', async (name, head) => {
  stage.head = head;
  const [one, two] = [await openTab(stage, visitor), await openTab(stage, visitor)];
  expect([await one.call('summary'), await two.call('summary')]).not.toContain(null);
  if (name === 'Google') await update(one, 'denied');
  else await one.page.evaluate(() => (window as any).answered('no', 'no'));
  await two.told('consent:changed', 2);
  await expect.poll(() => kept(two.page), SOON).toEqual(NOTHING);
  stage.collector.received.length = 0;
  for (const tab of [one, two]) {
    await tab.call('track', 'stuck');
    await tab.call('flush');
  }
  expect([await kept(one.page), stage.collector.posts()]).toEqual([NOTHING, []]);
});

it('waits for an update as long as the page says', async () => {
  stage.head = google(said('default', 'granted', { wait_for_update: 600_000 }));
  const tab = await openTab(stage, visitor);
  expect(await under(tab)).toBe('nothing');
  stage.head = google(said('default', 'granted', { wait_for_update: 50 }));
  await tab.go('/');
  await expect.poll(() => tab.call('summary'), SOON).not.toBeNull();
});

it('hears no manager after the host', async () => {
  stage.head = google(DENIED, AGREED);
  const tab = await openTab(stage, visitor);
  await tab.call('consent', 'denied');
  await expect.poll(() => kept(tab.page), SOON).toEqual(NOTHING);
  await update(tab, 'granted');
  expect(await under(tab)).toBe('nothing');
});

it('withdrawn by the visitor in “Your data”: shown before, erased in all tabs, and no manager is heard after', async () => {
  await visitor.addInitScript(openShadow);
  stage.head = google(DENIED, AGREED);
  const [tab, other] = [await openTab(stage, visitor), await openTab(stage, visitor)];
  const { visitor: who } = await tab.call('summary');
  await tab.page.bringToFront();
  await tab.call('show', 'help');
  const inside = tab.page.locator('tactful-widget');
  await inside.getByRole('button', { name: 'Your data' }).click();
  await inside.getByText(who).waitFor();
  await inside.getByRole('button', { name: TEXTS.en.withdraw }).click();
  await inside.getByText(TEXTS.en.withdrawn).first().waitFor();
  await other.told('consent:changed', 2);
  await expect.poll(() => kept(other.page), SOON).toEqual(NOTHING);
  await update(tab, 'granted');
  stage.collector.received.length = 0;
  for (const one of [tab, other]) await one.call('flush');
  expect([await kept(tab.page), await tab.call('summary'), await other.call('summary'), stage.collector.posts()]).toEqual([NOTHING, null, null, []]);
});

it('without the file that hears them the question stays open', async () => {
  stage.head = google(DENIED, AGREED);
  stage.attributes = 'data-consent="granted"';
  await visitor.route('**/tactful-consent.js', (route) => route.abort());
  expect(await under(await openTab(stage, visitor))).toBe('nothing');
});

it('one that comes late and has no word of measuring changes nothing', async () => {
  stage.head = script(GTAG);
  stage.attributes = 'data-consent="granted"';
  const tab = await openTab(stage, visitor);
  await expect.poll(() => tab.call('summary'), SOON).not.toBeNull();
  const before = await tab.call('summary');
  await tab.page.evaluate(() => (window as any).gtag('consent', 'update', { ad_storage: 'denied' }));
  await expect.poll(() => tab.call('summary'), SOON).toMatchObject({ visitor: before.visitor, session: before.session });
});

it('one that comes late: denied by default holds back and erases nothing; the answer goes on with the same visitor', async () => {
  const tab = await openTab(stage, visitor);
  await tab.call('consent', 'granted');
  await expect.poll(async () => (await kept(tab.page)).entries['visitor'], SOON).toBeTruthy();
  await tab.go('/');
  const before = await tab.call('summary');
  await bringLate(tab, `${GTAG} gtag('consent', 'default', { analytics_storage: 'denied' })`, async () => await tab.call('summary') === null);
  stage.collector.received.length = 0;
  await tab.call('track', 'stuck');
  await tab.call('flush');
  expect(stage.collector.posts()).toEqual([]);
  expect((await kept(tab.page)).entries['visitor'].visitor).toBe(before.visitor);
  await update(tab, 'granted');
  await expect.poll(() => tab.call('summary'), SOON).toMatchObject({ visitor: before.visitor, session: before.session });
});

it('leaves the page’s own queue as it was', async () => {
  stage.head = google(DENIED, AGREED) + script('window.pushed = dataLayer.push');
  const tab = await openTab(stage, visitor);
  const calls = (): Promise<unknown> => tab.page.evaluate(() => (window as any).dataLayer.map((entry: any) => [...entry].slice(0, 2).join()));
  expect(await calls()).toEqual(['consent,default', 'consent,update']);
  expect(await tab.page.evaluate(() => (window as any).dataLayer.push('x'))).toBe(3);
  await tab.call('destroy');
  expect(await tab.page.evaluate(() => [(window as any).dataLayer.push === (window as any).pushed, Object.keys((window as any).dataLayer)])).toEqual([true, ['0', '1', '2']]);
});
