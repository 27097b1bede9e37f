import type { StartVocabulary } from './Shop.ts';
import { publishVisitor } from './publishVisitor.ts';

const CENTS = 100;
const ADD = /\/cart\/add(\.js)?$/;

/**
 * Shopify's storefront: the standard events of themes, forms that put into the cart, and, for themes without either, the requests
 * that the page makes to `/cart/add` as its resource timing tells them. Nothing is patched, and nothing is asked of the shop.
 * https://shopify.dev/docs/storefronts/themes/best-practices/standard-events · https://shopify.dev/docs/api/ajax/reference/cart
 */
export const startShopify: StartVocabulary = (shop) => {
  const { scope, tell, cart } = shop;
  const page = window as any;
  /** What the form that was sent last adds. */
  let added: Record<string, unknown> | undefined;
  const active = (): string | undefined => page.Shopify && page.Shopify.currency && page.Shopify.currency.active;
  const readForm = (form: HTMLFormElement): Record<string, unknown> => {
    const data = new FormData(form);
    const { variants = [] } = Object(page.ShopifyAnalytics && page.ShopifyAnalytics.meta && page.ShopifyAnalytics.meta.product);
    const id = String(data.get('id'));
    const variant = variants.find((one: any) => String(one.id) == id);
    return { item_id: id, quantity: Number(data.get('quantity')) || 1, currency: active(), ...(variant && { price: variant.price / CENTS }) };
  };
  const isShop = (): boolean => !!page.Shopify;
  scope.listen(document, 'shopify:cart:lines-update', async ({ action, lines, promise }: any) => {
    const { cart: now, userErrors = [] } = Object(await promise);
    if (!now || userErrors.length) return;
    const { cost, totalQuantity } = now;
    const { amount, currencyCode } = Object(cost && (cost.subtotalAmount || cost.totalAmount));
    const pieces = (lines || []).reduce((sum: number, line: any) => sum + (line.quantity || 0), 0);
    if (action == 'add') tell('shopify', 'add_to_cart', { ...added, quantity: pieces || 1, currency: currencyCode });
    if (action == 'remove') tell('shopify', 'remove_from_cart', { quantity: pieces || 1 });
    added = undefined;
    cart('shopify', { value: Number(amount), items: totalQuantity, currency: currencyCode });
  });
  scope.listen(document, 'shopify:cart:view', () => tell('shopify', 'view_cart'));
  scope.listen(document, 'shopify:product:view', () => tell('shopify', 'view_item'));
  scope.listen(document, 'submit', ({ target }) => {
    if (isShop() && ADD.test(new URL(target.getAttribute('action') || '', location.href).pathname)) added = readForm(target);
  });
  // Sent as a page: the next one knows nothing of it.
  scope.listen(window, 'submit', ({ defaultPrevented }) => {
    if (added && !defaultPrevented) tell('shopify', 'add_to_cart', { ...added, leaves: true });
  }, {});
  if (page.PerformanceObserver) {
    const observer = new PerformanceObserver(scope.guard((list: PerformanceObserverEntryList) => list.getEntries().forEach((entry) => {
      const { name, initiatorType, responseStatus = 0 } = entry as PerformanceResourceTiming;
      if (!isShop() || !/fetch|xmlhttp/.test(initiatorType) || responseStatus >= 400 || !ADD.test(new URL(name).pathname)) return;
      tell('shopify-ajax', 'add_to_cart', added || { quantity: 1 });
      added = undefined;
    })));
    observer.observe({ type: 'resource' });
    scope.track(() => observer.disconnect());
  }
  return publishVisitor(shop);
};
