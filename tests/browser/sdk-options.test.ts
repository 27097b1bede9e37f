import { expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import type { DeviceMessage } from '@tactful/protocol';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { eachVisitor } from './harness/eachVisitor.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, NOTHING, openTab, SOON, type Tab } from './harness/openTab.ts';
import { openShadow } from './widget/openShadow.ts';

const on = (name: string) => [{ on: 'event', name }] as const;
const COUPON: DeviceMessage = { kind: 'coupon', title: 'A code', body: 'Yours.', offer: 'ten', action: { kind: 'apply_offer', label: 'Get code' } };
const CONFIG = deviceConfig({ campaigns: [campaign('help', on('stuck')), campaign('code', on('leaving'), { message: COUPON })], offers: { ten: { mode: 'public' } } });
let stage: Stage;
let visitor: BrowserContext;
eachVisitor(CONFIG, (scene) => {
  ({ stage, visitor } = scene);
  stage.collector.config = CONFIG;
  return visitor.addInitScript(openShadow);
});

/** A page with attributes on its tag and, as `window.tactfulConfig`, what only a script can give. */
async function open(attributes: string, script = '{}'): Promise<Tab> {
  stage.attributes = attributes;
  stage.head = `<script>window.notes=[];window.tactfulConfig=${script}</script>`;
  return openTab(stage, visitor);
}
const gates = async (tab: Tab, id: string): Promise<string[]> => (await tab.call('explain', id))[0].gates.filter((gate: { passed: boolean }) => !gate.passed).map(({ gate }: { gate: string }) => gate);
const sent = async (tab: Tab) => {
  await tab.call('flush');
  return stage.collector.summaries();
};
const exposures = async (tab: Tab) => (await sent(tab)).at(-1)!.exposures;

it.each([
  ['none', []],
  ['help', ['Need a hand?']],
  ['all', ['Need a hand?', 'A code']],
])('withoutConsent %s shows %j, keeps nothing, sends nothing', async (without, wanted) => {
  const tab = await open(`data-consent="denied" data-without-consent="${without}"`);
  for (const [index, [event, id, title]] of ([['stuck', 'help', 'Need a hand?'], ['leaving', 'code', 'A code']] as const).entries()) {
    await tab.call('track', event);
    if (!wanted.includes(title)) {
      expect(await gates(tab, id)).toContain('consent');
      continue;
    }
    await tab.told('message:shown', index + 1);
    await tab.page.getByRole('heading', { name: title }).waitFor();
    await tab.page.getByRole('button', { name: 'Close' }).click();
    await tab.told('message:dismissed', index + 1);
  }
  expect(await tab.count('message:shown')).toBe(wanted.length);
  await tab.call('flush');
  expect([await kept(tab.page), stage.collector.posts()]).toEqual([NOTHING, []]);
});

const INLINE = deviceConfig({ version: 'inline', campaigns: [campaign('mine', on('stuck'), { message: { kind: 'card', title: 'Inline', body: 'Here.' } })] });

it.each(['pending', 'denied'])('config: with an inline configuration, and consent %s, help comes and the collector hears of nobody', async (consent) => {
  const tab = await open(`data-consent="${consent}"`, JSON.stringify({ config: INLINE }));
  await tab.call('track', 'stuck');
  await tab.page.getByRole('heading', { name: 'Inline' }).waitFor();
  await tab.told('message:shown');
  await tab.call('flush');
  await tab.go('/other');
  expect(stage.collector.received).toEqual([]);
});

it('config: an inline configuration serves without any request for one', async () => {
  const tab = await open('data-consent="granted"', JSON.stringify({ config: INLINE }));
  await tab.call('track', 'stuck');
  await tab.page.getByRole('heading', { name: 'Inline' }).waitFor();
  await tab.told('message:shown');
  expect(await exposures(tab)).toMatchObject([{ campaign: 'mine' }]);
  expect(stage.collector.summaries().at(-1)!.config).toBe('inline');
  expect(stage.collector.received.filter(({ path }) => path === '/v1/config')).toEqual([]);
});

it.each([['', 1], ['data-autocapture="true"', 1], ['data-autocapture="false"', undefined]])('autocapture (%s): errors that the page did not name count %s', async (attribute, errors) => {
  const tab = await open(`data-consent="granted" ${attribute}`);
  await tab.page.evaluate(() => void dispatchEvent(new ErrorEvent('error', { error: new Error('of the page') })));
  await tab.call('track', 'named');
  await tab.call('flush');
  const { counts } = stage.collector.summaries().at(-1)!;
  expect([counts['errors'], counts['events']]).toEqual([errors, 1]);
});

it.each([['', 'ltr', 'right'], ['end', 'ltr', 'right'], ['start', 'ltr', 'left'], ['end', 'rtl', 'left'], ['start', 'rtl', 'right']])('position %s in %s: the message stands at the %s', async (position, direction, side) => {
  stage.collector.config = { ...CONFIG, locale: direction === 'rtl' ? 'ar' : 'en' };
  const tab = await open(`data-consent="granted" ${position && `data-position="${position}"`}`);
  await tab.call('track', 'stuck');
  const box = (await tab.page.getByRole('dialog').or(tab.page.getByRole('complementary')).or(tab.page.getByRole('region')).first().boundingBox())!;
  expect(box.x + box.width / 2 < 640 ? 'left' : 'right').toBe(side);
});

it('locale: the configuration is asked for in it, or in the page’s lang; the message reads as what was served', async () => {
  const asked = () => stage.collector.received.filter(({ path }) => path === '/v1/config').map(({ query }) => new URLSearchParams(query).get('locale'));
  await open('data-consent="granted"');
  expect(asked()).toEqual(['en']);
  stage.collector.received.length = 0;
  const english = await open('data-consent="granted" data-locale="ar"');
  expect(asked()).toEqual(['ar']);
  // A site without Arabic answers in English, and English it is.
  await english.call('track', 'stuck');
  await english.told('message:shown');
  const heading = ({ page }: Tab) => page.getByRole('heading', { name: 'Need a hand?' }).evaluate((node) => getComputedStyle(node).direction);
  expect(await heading(english)).toBe('ltr');
  await english.page.close();
  stage.collector.config = { ...CONFIG, locale: 'ar' };
  const tab = await open('data-consent="granted" data-locale="ar"');
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(await heading(tab)).toBe('rtl');
  await tab.call('flush');
  expect(stage.collector.summaries().at(-1)!.context.locale).toBe('ar');
});

it('locale: what an earlier page kept in another language gives way to what is served, which comes later', async () => {
  const english = await open('data-consent="granted"');
  await expect.poll(async () => (await kept(english.page)).entries['config'], SOON).toBeTruthy();
  await english.page.close();
  stage.collector.config = { ...CONFIG, locale: 'ar' };
  let serve = (): void => undefined;
  const served = new Promise<void>((resolve) => { serve = resolve; });
  await visitor.route('**/v1/config?*', async (route) => {
    await served;
    await route.continue();
  });
  // It begins with what is kept.
  const tab = await open('data-consent="granted" data-locale="ar"');
  expect(await tab.call('explain')).toHaveLength(2);
  const comes = tab.page.waitForResponse(/v1\/config/);
  serve();
  await (await comes).finished();
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(await tab.page.getByRole('heading', { name: 'Need a hand?' }).evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
});

it.each([
  ['false', 'function(m,c){notes.push([m.title,c]);return false}'],
  ['a promise of it', 'async function(m,c){notes.push([m.title,c]);return false}'],
  ['a throw', 'function(m,c){notes.push([m.title,c]);throw new Error("of the host")}'],
  ['more than a second', 'function(m,c){notes.push([m.title,c]);return new Promise(function(){})}'],
])('beforeShow: %s is a veto, told and stored as one', async (_name, beforeShow) => {
  const tab = await open('data-consent="granted"', `{beforeShow:${beforeShow}}`);
  await tab.call('track', 'stuck');
  await tab.told('message:suppressed');
  expect(await tab.page.evaluate(() => (window as any).notes)).toEqual([['Need a hand?', 'help']]);
  expect(await exposures(tab)).toMatchObject([{ campaign: 'help', outcome: 'ignore', reason: 'veto' }]);
  expect(await tab.page.locator('tactful-widget').count()).toBe(0);
  expect(tab.errors).toEqual([]);
});

it('beforeShow: true lets it show', async () => {
  const tab = await open('data-consent="granted"', '{beforeShow:async function(){return true}}');
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.page.getByRole('heading', { name: 'Need a hand?' }).waitFor();
});

it('beforeShip takes fields away and adds nothing', async () => {
  const tab = await open('data-consent="granted"', '{beforeShip:function(s){delete s.pages.home;s.counts={};s.extra="mara";s.pages.made={views:9,activeMs:9,episodes:9};return s}}');
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(await exposures(tab)).toMatchObject([{ campaign: 'help' }]);
  const [summary] = await sent(tab);
  expect(summary).toMatchObject({ pages: {}, counts: {} });
  expect([summary!.pages, summary!.counts]).toEqual([{}, {}]);
  expect(summary).not.toHaveProperty('extra');
  expect(await tab.call('summary')).toMatchObject({ pages: {}, counts: {} });
});

it('beforeShip: null sends nothing, and summary() says so', async () => {
  const tab = await open('data-consent="granted"', '{beforeShip:function(){return null}}');
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.call('flush');
  await tab.page.goto('about:blank');
  expect(stage.collector.posts()).toEqual([]);
  const again = await openTab(stage, visitor);
  expect(await again.call('summary')).toBeNull();
});

it('render: the host draws, says when it is seen and what came of it; our widget is not even loaded', async () => {
  const files: string[] = [];
  visitor.on('request', (request) => files.push(new URL(request.url()).pathname));
  const tab = await open('data-consent="granted"', '{render:function(message,actions){notes.push(message.title);window.actions=actions}}');
  await tab.call('track', 'stuck');
  await expect.poll(() => tab.page.evaluate(() => (window as any).notes), SOON).toEqual(['Need a hand?']);
  expect(await tab.count('message:shown')).toBe(0);
  await tab.page.evaluate(() => (window as any).actions.visible(true));
  await tab.told('message:shown');
  await tab.page.evaluate(() => (window as any).actions.clicked());
  await tab.told('message:clicked');
  expect(await exposures(tab)).toMatchObject([{ campaign: 'help', outcome: 'click', reason: 'action' }]);
  expect(files.filter((file) => file.includes('widget'))).toEqual([]);
  expect(await tab.page.locator('tactful-widget').count()).toBe(0);
});
