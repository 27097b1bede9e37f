import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage/createStage.ts';
import { reachForTheTabs } from './stage/reachForTheTabs.ts';
import { readThanks } from './stage/readThanks.ts';
import { shop } from './stage/shop.ts';
import type { Tab } from './stage/openVisitor.ts';
import { NOTHING, whatIsKept } from './stage/whatIsKept.ts';

const TITLE = 'Before you go: 10% off';
let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterAll(() => stage.close());

it('shows the coupon when the hand leaves for the tabs, not on the first seconds; its code takes 10 % off', async () => {
  const { drawn, visitor, tab } = await stage.enter('exit-offer', 'treatment');
  await shop.fillCart(tab);
  await tab.open('/help/shipping');
  await visitor.run(2_000);
  await reachForTheTabs(tab, visitor.run);
  await visitor.run(1_000);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await tab.page.mouse.move(640, 400);
  await visitor.run(4_000);
  await reachForTheTabs(tab, visitor.run);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  expect(await tab.messages()).toEqual(['shown exit-offer']);

  await tab.sight.press('button', 'Get code');
  const code = await tab.sight.valueOf((await tab.sight.one('textbox', 'Your code')).node);
  await tab.open('/checkout/contact');
  const before = await shop.due(tab.page);
  await tab.page.fill('#coupon', code);
  await tab.follow('.coupon button');
  expect(await shop.due(tab.page)).toBe(before - 860);

  await tab.leave();
  const { exposures } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'click');
  expect(exposures).toMatchObject([{ campaign: 'exit-offer', arm: 'treatment', outcome: 'click', reason: 'action' }]);
  await visitor.close();
});

it('keeps to its cooldown: not again on the page, not after a reload, not in a second tab', async () => {
  const { drawn, visitor, tab } = await stage.enter('exit-offer', 'treatment');
  await shop.fillCart(tab);
  const leave = async (one: Tab): Promise<void> => {
    await one.page.mouse.move(640, 400);
    await visitor.run(6_000);
    await reachForTheTabs(one, visitor.run);
    await visitor.run(2_000);
  };
  await leave(tab);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  await tab.sight.press('button', 'Close');
  expect(await tab.messages()).toEqual(['shown exit-offer', 'dismissed exit-offer']);
  await leave(tab);
  expect(await tab.messages()).toEqual(['shown exit-offer', 'dismissed exit-offer']);
  await tab.open('/cart');
  await leave(tab);
  expect(await tab.messages()).toEqual([]);
  const second = await visitor.newTab();
  await second.open('/cart');
  await leave(second);
  expect(await second.messages()).toEqual([]);
  await second.leave();
  const { exposures } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'dismiss');
  expect(exposures).toHaveLength(1);
  await visitor.close();
});

it('is silent in the control group, which is stored', async () => {
  const { drawn, visitor, tab } = await stage.enter('exit-offer', 'control');
  await shop.fillCart(tab);
  await tab.page.mouse.move(640, 400);
  await visitor.run(6_000);
  await reachForTheTabs(tab, visitor.run);
  await tab.heldOut('exit-offer');
  const { exposures } = await stage.stored(visitor, drawn, (detail) => detail.exposures.length > 0);
  expect(exposures).toMatchObject([{ campaign: 'exit-offer', arm: 'control' }]);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  expect(await tab.messages()).toEqual([]);
  await visitor.close();
});

it('with consent refused it never shows, on three loads; nothing is kept and nothing is sent', async () => {
  const visitor = await stage.open({ consent: 'denied' });
  const tab = await visitor.newTab();
  const from = stage.wire.crossings.length;
  await shop.fillCart(tab);
  for (let load = 0; load < 3; load++) {
    await tab.open('/cart');
    await tab.page.mouse.move(640, 400);
    await visitor.run(6_000);
    await reachForTheTabs(tab, visitor.run);
    await visitor.run(6_000);
    expect(await tab.sight.all('heading', TITLE)).toEqual([]);
    expect(await tab.messages()).toEqual([]);
  }
  expect(await whatIsKept(tab.page)).toEqual(NOTHING);
  expect(stage.wire.telling(from)).toEqual([]);
  await visitor.close();
});

it('says kindly that no code is to be had while the collector is down, and the order goes through; the exposure is told once it is back', async () => {
  const { drawn, visitor, tab } = await stage.enter('exit-offer', 'treatment');
  await shop.fillCart(tab);
  await tab.page.mouse.move(640, 400);
  await visitor.run(6_000);
  const { claimed } = (await stage.admin.offers(stage.site.id)).find(({ id }) => id === 'comeback')!;
  await reachForTheTabs(tab, visitor.run);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  stage.wire.cut();
  await tab.sight.press('button', 'Get code');
  await tab.sight.one('StaticText', 'Sorry, this offer is no longer available.');
  expect(await shop.buy(tab.page, stage.origin)).toMatch(/^F-/);
  await readThanks(tab, visitor);
  expect(visitor.errors).toEqual([]);

  stage.wire.mend();
  await tab.open('/shop');
  const { exposures } = await stage.stored(visitor, drawn, (detail) => detail.exposures.length > 0);
  expect(exposures).toMatchObject([{ campaign: 'exit-offer', arm: 'treatment' }]);
  expect((await stage.admin.offers(stage.site.id)).find(({ id }) => id === 'comeback')).toMatchObject({ claimed });
  await visitor.close();
});
