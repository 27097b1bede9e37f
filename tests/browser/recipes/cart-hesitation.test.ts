import { afterAll, beforeAll, expect, it } from 'vitest';
import { addInPlace } from './stage/addInPlace.ts';
import { createStage, type Stage } from './stage/createStage.ts';
import { lookAround } from './stage/lookAround.ts';
import { shop } from './stage/shop.ts';
import { NOTHING, whatIsKept } from './stage/whatIsKept.ts';

const TITLE = 'Need a hand deciding?';
let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterAll(() => stage.close());

it('shows the card after a minute of hesitation, across pages; asking a question reaches a person', async () => {
  const { drawn, visitor, tab } = await stage.enter('cart-hesitation', 'treatment');
  await shop.fillCart(tab);
  await lookAround(tab, visitor, 25);
  await tab.open('/help/shipping');
  await lookAround(tab, visitor, 30);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await lookAround(tab, visitor, 10);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  expect(await tab.messages()).toEqual(['shown cart-hesitation']);

  await tab.sight.press('button', 'Ask a question');
  await tab.sight.fill('textbox', /E-mail or phone/, 'mara@example.com');
  await tab.sight.fill('textbox', /How can we help/, 'Does the teapot drip?');
  await tab.sight.press('button', 'Send');
  await tab.sight.one('StaticText', 'Your message has been sent.');
  const requests = await stage.admin.requests(stage.site.id);
  expect(requests).toMatchObject([{ contact: 'mara@example.com', text: 'Does the teapot drip?', campaign: 'cart-hesitation', status: 'open' }]);
  expect(requests[0]).not.toHaveProperty('shared');

  await tab.leave();
  const { exposures, summary } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'click');
  expect(exposures).toMatchObject([{ campaign: 'cart-hesitation', arm: 'treatment', outcome: 'click', reason: 'action' }]);
  expect(summary.cart).toMatchObject({ stage: 'cart', value: 86, currency: 'USD', items: 1 });
  await visitor.close();
});

it('also shows when the cart is seen a third time within half an hour', async () => {
  const { visitor, tab } = await stage.enter('cart-hesitation', 'treatment');
  await shop.fillCart(tab);
  await tab.open('/shop');
  await tab.open('/cart');
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await tab.open('/shop');
  await tab.open('/cart');
  await tab.sight.one('heading', TITLE);
  await visitor.close();
});

it('keeps to its cooldown: not again on the page, not after a reload, not in a second tab', async () => {
  const { drawn, visitor, tab } = await stage.enter('cart-hesitation', 'treatment');
  await shop.fillCart(tab);
  await lookAround(tab, visitor, 60);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  await tab.sight.press('button', 'Close');
  expect(await tab.messages()).toEqual(['shown cart-hesitation', 'dismissed cart-hesitation']);
  await lookAround(tab, visitor, 70);
  expect(await tab.messages()).toEqual(['shown cart-hesitation', 'dismissed cart-hesitation']);
  await shop.fillCart(tab);
  await lookAround(tab, visitor, 70);
  expect(await tab.messages()).toEqual([]);
  const second = await visitor.newTab();
  await shop.fillCart(second);
  await lookAround(second, visitor, 70);
  expect(await second.messages()).toEqual([]);
  await second.leave();
  const { exposures } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'dismiss');
  expect(exposures).toHaveLength(1);
  await visitor.close();
});

it('is silent in the control group, which is stored', async () => {
  const { drawn, visitor, tab } = await stage.enter('cart-hesitation', 'control');
  await shop.fillCart(tab);
  await lookAround(tab, visitor, 65);
  await tab.heldOut('cart-hesitation');
  const { exposures } = await stage.stored(visitor, drawn, (detail) => detail.exposures.length > 0);
  expect(exposures).toMatchObject([{ campaign: 'cart-hesitation', arm: 'control' }]);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  expect(await tab.messages()).toEqual([]);
  await visitor.close();
});

it('with consent refused it helps once a load and no more, on each of three; nothing is kept and nothing is sent', async () => {
  const visitor = await stage.open({ consent: 'denied' });
  const tab = await visitor.newTab();
  const from = stage.wire.crossings.length;
  // Where putting something in reloads the page, the next load knows nothing of it.
  await shop.fillCart(tab);
  await lookAround(tab, visitor, 70);
  expect(await tab.messages()).toEqual([]);
  for (let load = 0; load < 3; load++) {
    await tab.open('/products/slow-teapot');
    await addInPlace(tab);
    await lookAround(tab, visitor, 65);
    await tab.sight.one('heading', TITLE);
    await visitor.run(1_100);
    await tab.sight.press('button', 'Close');
    await addInPlace(tab);
    await lookAround(tab, visitor, 70);
    expect(await tab.messages()).toEqual(['shown cart-hesitation', 'dismissed cart-hesitation']);
    expect(await tab.blockedBy('cart-hesitation')).toContain('consent');
  }
  expect(await whatIsKept(tab.page)).toEqual(NOTHING);
  expect(stage.wire.telling(from)).toEqual([]);
  await visitor.close();
});
