import type { Stage } from '../../tests/browser/recipes/stage/createStage.ts';
import { shop } from '../../tests/browser/recipes/stage/shop.ts';
import { weigh, type Weight } from './weigh.ts';

/** Checkout stall in the shop that reloads at every click, from the listing to the order, by its own links and buttons. */
export async function playShop(stage: Stage): Promise<Weight & { readonly loads: number }> {
  // The way back to the checkout leads through the cart, whose third sight is another recipe's trigger.
  const campaigns = stage.source.campaigns.filter(({ id }: { id: string }) => id === 'checkout-stall');
  await stage.admin.publish(stage.site.id, { ...stage.source, campaigns });
  const drawn = await stage.draw('checkout-stall', 'treatment');
  const visitor = await stage.open({ consent: 'granted', drawn });
  const tab = await visitor.newTab();
  let loads = 0;
  tab.page.on('load', () => { loads++; });
  const stall = async (ms: number): Promise<void> => {
    await tab.follow('main a[href="/checkout/contact"]');
    await tab.page.mouse.move(300, 420);
    await visitor.run(ms);
  };
  await tab.open('/shop');
  await tab.follow('a.card[data-product="slow-teapot"]');
  await tab.follow('#add');
  for (const ms of [11_000, 12_000]) {
    await stall(ms);
    await tab.follow('.bag');
  }
  await stall(11_000);
  await tab.sight.one('heading', 'Shipping is on us');
  await visitor.run(6_000);
  await tab.sight.press('button', 'Close');
  await shop.buy(tab.page, stage.origin);
  await visitor.run(6_000);
  await tab.leave();
  await stage.stored(visitor, drawn, ({ summary: { goals } }) => goals.length > 0);
  await visitor.close();
  return { ...weigh(stage.wire.crossings), loads };
}
