import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { openTab, SOON } from './harness/openTab.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(deviceConfig());
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.collector.config = deviceConfig();
  stage.head = stage.body = '';
});
const views = async (tab: { call(verb: string): Promise<any> }): Promise<Record<string, number>> => {
  const { pages } = await tab.call('summary');
  return Object.fromEntries(Object.entries(pages).map(([id, page]) => [id, (page as { views: number }).views]));
};

it.each([['the Navigation API', ''], ['a patched history', '<script>delete window.navigation;Object.defineProperty(window,"navigation",{value:undefined})</script>']])('follows routes by %s, and hash routes', async (_name, head) => {
  stage.head = head;
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.page.evaluate(() => history.pushState({}, '', '/checkout/1'));
  expect(await views(tab)).toEqual({ home: 1, checkout: 1 });
  await tab.page.evaluate(() => history.pushState({}, '', '/checkout/1?step=2'));
  await tab.page.evaluate(() => history.pushState({}, '', '/checkout/1#details'));
  expect(await views(tab)).toEqual({ home: 1, checkout: 1 });
  await tab.page.evaluate(() => history.pushState({}, '', '/checkout/2'));
  expect(await views(tab)).toEqual({ home: 1, checkout: 2 });
  await tab.page.goBack();
  await expect.poll(() => views(tab), SOON).toEqual({ home: 1, checkout: 3 });
  await tab.page.evaluate(() => {
    history.pushState({}, '', '/app');
    location.hash = '#/checkout';
  });
  await expect.poll(() => views(tab), SOON).toEqual({ home: 1, checkout: 4, other: 1 });
  await visitor.close();
});

it('carries the tab’s state over page loads: two stays on two loads fire together', async () => {
  stage.collector.config = deviceConfig({ campaigns: [campaign('stall', [{ on: 'dwell', page: 'checkout', for: 400, consecutive: 2, within: 1_800_000 }])] });
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor, '/checkout/1');
  await expect.poll(async () => (await tab.call('explain', 'stall'))[0].gates.find(({ gate }: { gate: string }) => gate === 'trigger').value, SOON).toEqual([1]);
  await tab.go('/other');
  expect(await tab.count('message:eligible')).toBe(0);
  await tab.go('/checkout/1');
  await tab.page.mouse.move(300, 300);
  await tab.told('message:shown');
  await tab.call('flush');
  const last = stage.collector.summaries().at(-1)!;
  expect(last.pages['checkout']).toMatchObject({ views: 2, episodes: 2 });
  expect(new Set(stage.collector.summaries().map(({ part }) => part)).size).toBe(1);
  await visitor.close();
});

it('reads the shop’s own events: dataLayer before and after the script, gtag, mapped names; none of our own', async () => {
  stage.head = '<script>dataLayer=[{ecommerce:null},{event:"view_item",ecommerce:{currency:"EUR",value:20}}];function gtag(){dataLayer.push(arguments)}</script>';
  stage.collector.config = deviceConfig({
    events: { AddToCart: 'add_to_cart' }, sources: ['_paq'],
    campaigns: [campaign('cart', [{ on: 'event', name: 'add_to_cart' }]), campaign('echo', [{ on: 'event', name: 'message_shown' }], { priority: 90 })],
  });
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor, '/x');
  await tab.page.evaluate(() => {
    const { dataLayer, gtag } = window as any;
    dataLayer.push({ event: 'begin_checkout', ecommerce: { currency: 'EUR', value: 60, items: [{ quantity: 2 }, {}] } });
    gtag('event', 'add_payment_info', { currency: 'EUR', value: 60 });
  });
  expect((await tab.call('summary')).cart).toMatchObject({ stage: 'payment', value: 60, currency: 'EUR', items: 3 });
  await tab.page.evaluate(() => {
    (window as any)._paq = [['trackEvent', 'shop', 'AddToCart']];
  });
  // A queue that came late is found with the next input that is told, and that is one a second.
  await expect.poll(async () => {
    await tab.page.mouse.wheel(0, 10);
    return tab.count('message:shown');
  }, SOON).toBe(1);
  expect(await tab.page.evaluate(() => (window as any).dataLayer.at(-1))).toEqual({ event: 'message_shown', campaign: 'cart', tactful: true });
  expect(await tab.call('explain', 'echo')).toMatchObject([{ shown: false }]);
  await visitor.close();
});

it('recognizes the type of a page that nothing names', async () => {
  stage.collector.config = deviceConfig({ pages: [], campaigns: [campaign('pay', [{ on: 'page', page: 'type:checkout' }])] });
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor, '/en/checkout');
  await tab.told('message:eligible');
  await visitor.close();
});
