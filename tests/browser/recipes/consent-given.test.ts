import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage/createStage.ts';
import { shop } from './stage/shop.ts';
import { NOTHING, whatIsKept } from './stage/whatIsKept.ts';

let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterAll(() => stage.close());

it('before the banner is answered nothing is kept or sent; "yes" starts both; "no" afterwards ends both and erases', async () => {
  const drawn = await stage.draw('cart-hesitation', 'treatment');
  const visitor = await stage.open({ drawn });
  const tab = await visitor.newTab();
  await shop.fillCart(tab);
  await visitor.run(310_000);
  expect(await whatIsKept(tab.page)).toEqual(NOTHING);
  expect(stage.wire.telling()).toEqual([]);

  await tab.sight.press('button', 'Yes, remember me');
  await tab.open('/shop');
  await tab.page.mouse.move(400, 300);
  await visitor.run(1_000);
  await tab.open('/cart');
  await tab.leave();
  const { summary } = await stage.stored(visitor, drawn, () => true);
  expect(summary).toMatchObject({ visitor: drawn.visitor, cart: { value: 86 } });
  expect(Object.keys(summary.pages)).toEqual(expect.arrayContaining(['listing', 'cart']));
  // What came before the answer is not shipped: the product page was seen before it.
  expect(summary.pages).not.toHaveProperty('product');

  await tab.open('/shop');
  expect((await whatIsKept(tab.page)).databases).toHaveLength(1);
  await tab.sight.press('button', 'Cookie choice');
  const from = stage.wire.crossings.length;
  await tab.sight.press('button', 'No, thanks');
  await expect.poll(() => whatIsKept(tab.page), { timeout: 20_000 }).toEqual(NOTHING);
  await tab.open('/cart');
  await visitor.run(310_000);
  await tab.leave();
  expect(stage.wire.telling(from)).toEqual([]);
  await visitor.close();
});
