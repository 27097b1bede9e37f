import type { StartVocabulary } from './Shop.ts';

/** What themes of Online Store 1.0 and 2.0 emit, whose money is in units. */
const EVENTS: Readonly<Record<string, string>> = {
  'DataReport::ViewContent': 'view_item', 'DataReport::AddToCart': 'add_to_cart', 'DataReport::InitiateCheckout': 'begin_checkout',
  'DataReport::CompleteOrder': 'add_payment_info', 'DataReport::Purchase': 'purchase',
};
/** What themes of Online Store 3.0 dispatch, whose money is in cents. */
const THEME_EVENTS: Readonly<Record<string, string>> = { 'product:viewed': 'view_item', 'variant:added': 'add_to_cart', 'cart:opened': 'view_cart' };
const PAGES: Readonly<Record<string, string>> = { ProductsDetail: 'view item', Products: 'view item list', Cart: 'cart', Checkout: 'checkouts', Home: '/ ' };
const CENTS = 100;

/**
 * SHOPLINE: the bus of its themes, and the page's alias.
 * https://developer.shopline.com/docs/themes-2-0/best-practices/theme-event/online-store-2-0-1-0-events
 * https://developer.shopline.com/docs/online-store-3-0-themes/best-practice/theme-events
 */
export const startShopline: StartVocabulary = ({ scope, tell, hint }) => {
  const known = new WeakSet<object>();
  return (anew) => {
    const { Shopline: shop, themeEventCenter: center } = window as any;
    const currency = shop && shop.currency;
    const bus = shop && shop.event;
    if (anew && shop && shop.uri && PAGES[shop.uri.alias]) hint(PAGES[shop.uri.alias]!);
    if (bus && typeof bus.on == 'function' && !known.has(bus)) {
      known.add(bus);
      for (const name of Object.keys(EVENTS)) {
        const run = scope.guard((payload: any) => {
          const { data } = Object(payload);
          // Its `price` there is the sum of all pieces.
          tell('shopline', EVENTS[name]!, { currency, ...data, ...(data && data.value == null && data.price != null && { value: data.price }) });
        });
        bus.on(name, run);
        scope.track(() => bus.off && bus.off(name, run));
      }
    }
    if (center && typeof center.addListener == 'function' && !known.has(center)) {
      known.add(center);
      for (const name of Object.keys(THEME_EVENTS)) {
        const listener = center.addListener(name, scope.guard((event: any) => {
          const { price, quantity, currency: unit } = Object(event && event.detail);
          tell('shopline', THEME_EVENTS[name]!, { quantity, currency: unit || currency, ...(price != null && { value: price / CENTS }) });
        }));
        scope.track(() => listener && listener.remove && listener.remove());
      }
    }
  };
};
