import { randomUUID } from 'node:crypto';
import { CURRENCY, findProduct, GLAZES, SHIPPING } from './catalog.mjs';

const MOST_PIECES = 12;
const MOST_LINES = 20;

/** An empty cart. Its order number is drawn at once, so that a coupon can be held for the order it will become. */
export const newCart = () => ({ order: `F-${randomUUID().slice(0, 8).toUpperCase()}`, lines: [], coupon: null, shipping: 'standard', contact: {}, address: {} });

const bounded = (quantity) => Math.min(MOST_PIECES, Math.max(0, Math.trunc(Number(quantity)) || 0));

/** Adds a piece, or more of one that is there; false when there is no such piece. */
export function addLine(cart, { id, glaze, quantity }) {
  const product = findProduct(id);
  const wanted = bounded(quantity);
  if (!product || !Object.hasOwn(GLAZES, glaze) || wanted === 0) return false;
  const line = cart.lines.find((one) => one.id === id && one.glaze === glaze);
  if (line) line.quantity = bounded(line.quantity + wanted);
  else if (cart.lines.length < MOST_LINES) cart.lines.push({ id, glaze, quantity: wanted });
  return true;
}

/** Sets how many of a line are wanted; none removes it. */
export function setLine(cart, { id, glaze, quantity }) {
  const line = cart.lines.find((one) => one.id === id && one.glaze === glaze);
  if (line) line.quantity = bounded(quantity);
  cart.lines = cart.lines.filter((one) => one.quantity > 0);
}

/** The sums of a cart, in cents. */
export function total(cart) {
  const goods = cart.lines.reduce((sum, line) => sum + findProduct(line.id).price * line.quantity, 0);
  const off = cart.coupon?.kind === 'percent' ? Math.round((goods * cart.coupon.percent) / 100) : 0;
  const shipping = cart.lines.length === 0 || cart.coupon?.kind === 'shipping' ? 0 : SHIPPING[cart.shipping];
  return { goods, off, shipping, due: goods - off + shipping, pieces: cart.lines.reduce((sum, line) => sum + line.quantity, 0) };
}

const toItem = (words) => (line) => {
  const product = findProduct(line.id);
  return { item_id: line.id, item_name: words.products[line.id].name, item_variant: line.glaze, price: product.price / 100, quantity: line.quantity };
};

/** GA4's `ecommerce` object for a cart. */
export function toEcommerce(cart, words) {
  return { currency: CURRENCY, value: total(cart).goods / 100, items: cart.lines.map(toItem(words)) };
}

/** GA4's `ecommerce` object for one product that is looked at. */
export function toProductEvent(product, words, glaze = product.glaze) {
  return { currency: CURRENCY, value: product.price / 100, items: [toItem(words)({ id: product.id, glaze, quantity: 1 })] };
}
