import type { Stage } from '../../tests/browser/recipes/stage/createStage.ts';
import { shop } from '../../tests/browser/recipes/stage/shop.ts';
import { weigh, type Weight } from './weigh.ts';

/** Checkout stall in the shop that reloads at every click, from the listing to the order. */
export async function playShop(stage: Stage): Promise<Weight & { readonly loads: number }> {
  const drawn = await stage.draw('checkout-stall', 'treatment');
  const visitor = await stage.open({ consent: 'granted', drawn });
  const tab = await visitor.newTab();
  let loads = 0;
  tab.page.on('load', () => { loads++; });
  await tab.open('/shop');
  await shop.fillCart(tab);
  for (const ms of [11_000, 12_000]) {
    await shop.stall(tab, ms, visitor.run);
    await tab.open('/cart');
  }
  await shop.stall(tab, 11_000, visitor.run);
  await tab.sight.one('heading', 'Shipping is on us');
  await visitor.run(6_000);
  await tab.sight.press('button', 'Close');
  await shop.buy(tab.page, stage.origin);
  await stage.stored(visitor, drawn, ({ summary: { goals } }) => goals.length > 0);
  await visitor.close();
  return { ...weigh(stage.wire.crossings), loads };
}
