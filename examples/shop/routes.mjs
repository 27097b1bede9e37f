import { addLine, newCart, setLine, toEcommerce, total } from './cart.mjs';
import { findProduct, OFFERS, SHIPPING } from './catalog.mjs';
import { findInvalid, isDeclined, STEPS } from './checkout.mjs';
import { redeemCoupon } from './coupon.mjs';
import { cartPage } from './pages/cart.mjs';
import { checkoutPage, orderPage } from './pages/checkout.mjs';
import { homePage, listingPage, productPage } from './pages/products.mjs';
import { helpPage, missingPage } from './pages/words.mjs';

const page = (html, status = 200) => ({ status, html });
const go = (to) => ({ status: 303, to });

/** Answers a GET: `{ status, html }` or `{ status, to }`. */
export function show({ shop, request, session }) {
  const [, first, second] = request.path.split('/');
  const { cart } = session;
  if (request.path === '/') return page(homePage({ shop, request }));
  if (first === 'shop' && (!second || second === 'table' || second === 'room')) return page(listingPage({ shop, request, kind: second }));
  if (first === 'products' && findProduct(second)) return page(productPage({ shop, request, product: findProduct(second) }));
  if (request.path === '/cart') return page(cartPage({ shop, request, refused: takeRefusal(session) }));
  if (request.path === '/help/shipping') return page(helpPage({ shop, request }));
  if (first === 'checkout' && !second) return go(`/checkout/${STEPS[0]}`);
  if (first === 'checkout' && STEPS.includes(second)) {
    if (cart.lines.length === 0) return go('/cart');
    return page(checkoutPage({ shop, request, step: second, refused: takeRefusal(session), pushes: session.flash.splice(0) }));
  }
  const order = first === 'order' ? session.orders.get(second) : undefined;
  if (!order) return page(missingPage({ shop, request }), 404);
  const announce = !order.announced;
  order.announced = true;
  return page(orderPage({ shop, request, order, announce }));
}

function takeRefusal(session) {
  const { refused } = session;
  session.refused = undefined;
  return refused;
}

/** Answers a POST; `form` is what was sent. */
export async function act({ shop, request, session, form }) {
  const { cart } = session;
  const [, first, second] = request.path.split('/');
  if (request.path === '/cart') {
    addLine(cart, form);
    return go('/cart');
  }
  if (request.path === '/cart/lines') {
    setLine(cart, form);
    return go('/cart');
  }
  if (request.path === '/cart/coupon') return applyCoupon({ shop, session, form });
  if (first === 'checkout' && STEPS.includes(second)) return cart.lines.length === 0 ? go('/cart') : takeStep({ shop, request, session, step: second, form });
  return page(missingPage({ shop, request }), 404);
}

async function applyCoupon({ shop, session, form }) {
  const code = (form.coupon ?? '').trim().slice(0, 40);
  const answer = code ? await redeemCoupon({ code, cart: session.cart, host: shop.host, secret: shop.secret, hold: true }) : { ok: false, reason: 'missing' };
  if (answer.ok) session.cart.coupon = answer.coupon;
  else session.refused = answer.reason;
  return go(STEPS.some((step) => form.back === `/checkout/${step}`) ? form.back : '/cart');
}

/** Redeems the coupon of an order that is placed; one that was not held long enough may be gone. A sale is not lost because nobody answers: the code was good when it was held. */
async function spendCoupon({ shop, session }) {
  const { cart } = session;
  if (!cart.coupon) return true;
  const answer = await redeemCoupon({ code: cart.coupon.code, cart, host: shop.host, secret: shop.secret, hold: false });
  if (answer.ok || answer.reason === 'unreachable') return true;
  cart.coupon = null;
  session.refused = answer.reason;
  return false;
}

async function takeStep({ shop, request, session, step, form }) {
  const { cart } = session;
  const invalid = findInvalid(step, form);
  if (invalid.length > 0) return page(checkoutPage({ shop, request, step, tried: { values: form, invalid, declined: false } }), 422);
  const ecommerce = toEcommerce(cart, request.language.words);
  if (step === 'contact') {
    cart.contact = { email: form.email, phone: form.phone };
    return go('/checkout/shipping');
  }
  if (step === 'shipping') {
    cart.address = { name: form.name, street: form.street, postcode: form.postcode, city: form.city };
    cart.shipping = Object.hasOwn(SHIPPING, form.method ?? '') ? form.method : 'standard';
    session.flash.push({ event: 'add_shipping_info', ecommerce: { ...ecommerce, shipping_tier: cart.shipping } });
    return go('/checkout/payment');
  }
  if (!cart.contact.email || !cart.address.name) return go('/checkout/contact');
  if (isDeclined(form.card)) {
    const tried = { values: { cardName: form.cardName, expiry: form.expiry }, invalid: [], declined: true };
    return page(checkoutPage({ shop, request, step, tried, pushes: [{ event: 'add_payment_info', ecommerce }] }), 402);
  }
  if (!(await spendCoupon({ shop, session }))) return go('/checkout/payment');
  const { due, goods, off, shipping } = total(cart);
  const coupon = cart.coupon && Object.hasOwn(OFFERS, cart.coupon.offer) ? { coupon: cart.coupon.offer } : {};
  const order = { id: cart.order, email: cart.contact.email, due, announced: false, ecommerce: { transaction_id: cart.order, ...ecommerce, value: (goods - off) / 100, tax: 0, shipping: shipping / 100, ...coupon } };
  session.orders.set(order.id, order);
  session.cart = newCart();
  return go(`/order/${order.id}`);
}
