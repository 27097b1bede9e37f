import type { Tab } from './openVisitor.ts';

/** A teapot goes into the cart without a load of the page, as many shops do it. */
export function addInPlace({ page }: Tab): Promise<void> {
  return page.evaluate(() => {
    const item = { item_id: 'slow-teapot', price: 86, quantity: 1 };
    (window as any).dataLayer.push({ event: 'add_to_cart', ecommerce: { currency: 'USD', value: 86, items: [item] } });
  });
}
