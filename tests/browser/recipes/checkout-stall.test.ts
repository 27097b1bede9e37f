import { afterAll, beforeAll, expect, it } from 'vitest';
import { cartAt } from '../../../packages/collector/src/shard/cartAt.ts';
import { createStage, type Stage } from './stage/createStage.ts';
import { shop } from './stage/shop.ts';
import { stallOnOneLoad } from './stage/stallOnOneLoad.ts';
import type { Tab, Visitor } from './stage/openVisitor.ts';
import { NOTHING, whatIsKept } from './stage/whatIsKept.ts';

const TITLE = 'Shipping is on us';
let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterAll(() => stage.close());

/** Three stays of over ten seconds in a row on the checkout, reading about shipping between them. */
async function stallThreeTimes(visitor: Visitor, tab: Tab): Promise<void> {
  for (const ms of [10_100, 10_200]) {
    await shop.stall(tab, ms, visitor.run);
    await tab.open('/help/shipping');
  }
  await shop.stall(tab, 10_300, visitor.run);
}

it('shows the coupon after the third stay; its code takes the shipping off; one row says who, when and what came of it', async () => {
  const { drawn, visitor, tab } = await stage.enter('checkout-stall', 'treatment');
  await shop.fillCart(tab);
  for (const ms of [10_100, 10_200]) {
    await shop.stall(tab, ms, visitor.run);
    expect(await tab.sight.all('heading', TITLE)).toEqual([]);
    await tab.open('/help/shipping');
  }
  await shop.stall(tab, 9_000, visitor.run);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await visitor.run(1_100);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  expect(await tab.messages()).toEqual(['shown checkout-stall']);

  await tab.sight.press('button', 'Get code');
  const { node } = await tab.sight.one('textbox', 'Your code');
  const code = await tab.sight.valueOf(node);
  expect(code).toMatch(/^[0-9A-Z-]{13,}$/);
  expect(await tab.messages()).toEqual(['shown checkout-stall', 'clicked checkout-stall']);
  expect(await stage.admin.offers(stage.site.id)).toMatchObject([{ id: 'freeship', claimed: 1, redeemed: 0 }, { id: 'comeback', claimed: 0 }]);

  const before = await shop.due(tab.page);
  await tab.page.fill('#coupon', code);
  await tab.follow('.coupon button');
  expect(await shop.due(tab.page)).toBe(before - 600);
  expect(await stage.admin.offers(stage.site.id)).toMatchObject([{ id: 'freeship', redeemed: 0, held: 1 }, {}]);
  const order = await shop.buy(tab.page, stage.origin);
  expect(order).toMatch(/^F-/);

  const { exposures, summary } = await stage.stored(visitor, drawn, ({ summary: { goals } }) => goals.length > 0);
  expect(exposures).toMatchObject([{ campaign: 'checkout-stall', arm: 'treatment', variant: expect.any(String), outcome: 'convert' }]);
  expect(summary).toMatchObject({ goals: [{ event: 'purchase', value: 86, currency: 'USD' }], cart: { stage: 'purchased' } });
  expect(summary.pages['checkout']!.episodes).toBeGreaterThanOrEqual(3);
  // What lift is adjusted for, and what the groups are held against: the cart before anything was shown, and control's share as published.
  expect(cartAt(summary, exposures[0]!)).toBe(Math.floor(Math.sqrt(86 * 1_000)));
  expect((await stage.admin.campaigns(stage.site.id)).find(({ id }) => id === 'checkout-stall')!.draw).toEqual({ wanted: 0.1, met: 0, mismatch: false });
  expect(await stage.admin.offers(stage.site.id)).toMatchObject([{ id: 'freeship', claimed: 1, redeemed: 1, held: 0, spent: 6 }, {}]);
  await visitor.close();
});

it('keeps to its cooldown: not again on the page, not after a reload, not in a second tab', async () => {
  const { drawn, visitor, tab } = await stage.enter('checkout-stall', 'treatment');
  await shop.fillCart(tab);
  await stallThreeTimes(visitor, tab);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  await tab.sight.press('button', 'Close');
  await tab.sight.gone('heading', TITLE);
  expect(await tab.messages()).toEqual(['shown checkout-stall', 'dismissed checkout-stall']);

  await stallThreeTimes(visitor, tab);
  expect(await tab.messages()).toEqual([]);
  await tab.open('/checkout/contact');
  await visitor.run(15_000);
  expect(await tab.messages()).toEqual([]);
  const second = await visitor.newTab();
  await stallThreeTimes(visitor, second);
  expect(await second.messages()).toEqual([]);
  for (const one of [tab, second]) expect(await one.sight.all('heading', TITLE)).toEqual([]);

  await second.leave();
  const { exposures } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'dismiss');
  expect(exposures).toMatchObject([{ campaign: 'checkout-stall', arm: 'treatment', outcome: 'dismiss', reason: 'close' }]);
  await visitor.close();
});

it('is silent in the control group, and its purchase counts there', async () => {
  const { drawn, visitor, tab } = await stage.enter('checkout-stall', 'control');
  await shop.fillCart(tab);
  await stallThreeTimes(visitor, tab);
  await tab.heldOut('checkout-stall');
  await visitor.run(5_100);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  expect(await tab.messages()).toEqual([]);
  expect((await stage.stored(visitor, drawn, ({ exposures }) => exposures.length > 0)).exposures)
    .toMatchObject([{ campaign: 'checkout-stall', arm: 'control' }]);

  const before = (await stage.admin.campaigns(stage.site.id)).find(({ id }) => id === 'checkout-stall')!;
  await shop.buy(tab.page, stage.origin);
  await stage.stored(visitor, drawn, ({ summary: { goals } }) => goals.length > 0);
  const after = (await stage.admin.campaigns(stage.site.id)).find(({ id }) => id === 'checkout-stall')!;
  expect(after.control.conversions).toBe(before.control.conversions + 1);
  expect(after.control.value).toBeCloseTo(before.control.value + 86);
  expect(after.treatment).toEqual(before.treatment);
  await visitor.close();
});

it('three stays on one load are three; with consent refused they show nothing, on three loads; nothing is kept and nothing is sent', async () => {
  const drawn = await stage.draw('checkout-stall', 'treatment');
  const asked = await stage.open({ consent: 'granted', drawn });
  const there = await asked.newTab();
  await shop.fillCart(there);
  await stallOnOneLoad(asked, there);
  await there.sight.one('heading', TITLE);
  await asked.close();

  const visitor = await stage.open({ consent: 'denied', drawn });
  const tab = await visitor.newTab();
  const from = stage.wire.crossings.length;
  await shop.fillCart(tab);
  for (let load = 0; load < 3; load++) {
    await stallOnOneLoad(visitor, tab);
    expect(await tab.blockedBy('checkout-stall')).toEqual(['consent']);
    await visitor.run(6_000);
    expect(await tab.sight.all('heading', TITLE)).toEqual([]);
    expect(await tab.messages()).toEqual([]);
  }
  expect(await whatIsKept(tab.page)).toEqual(NOTHING);
  await tab.open('/cart');
  expect(stage.wire.telling(from)).toEqual([]);
  await visitor.close();
});

it('says kindly that no code is to be had while the collector is down, and the order goes through', async () => {
  const { visitor, tab } = await stage.enter('checkout-stall', 'treatment');
  await shop.fillCart(tab);
  await stallThreeTimes(visitor, tab);
  await tab.sight.one('heading', TITLE);
  stage.wire.cut();
  await tab.sight.press('button', 'Get code');
  await tab.sight.one('StaticText', 'Sorry, this offer is no longer available.');
  expect(await shop.buy(tab.page, stage.origin)).toMatch(/^F-/);
  expect(await tab.page.locator('h1').innerText()).toBe('Thank you.');
  stage.wire.mend();
  await visitor.close();
});
