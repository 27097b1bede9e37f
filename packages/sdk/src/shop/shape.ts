import type { Raw } from './Shop.ts';

const number = (value: unknown): number | undefined => (value != null && value !== '' && isFinite(Number(value)) ? Number(value) : undefined);
const first = (raw: Raw, names: string): any => {
  const found = names.split(' ').find((name) => raw[name] != null && typeof raw[name] != 'object');
  return found && raw[found];
};

/** Vendors' words for a piece's price, how many, the whole, the order and its lines. GA4's come first. */
const PRICE = 'price Price unit_price content_price', PIECES = 'quantity Quantity qty count num';
const WHOLE = 'value revenue total orderTotal order_total total_price totalPrice amount';
const ORDER = 'transaction_id order_id orderId orderNo order_no';
const LINES = ['items', 'products', 'contents', 'item', 'lineItems'];

/** An event's properties in GA4's words: `value`, `currency`, `items` as a number of pieces, `transaction_id`; all others as they are. */
export function shape(raw: Raw): Record<string, unknown> {
  const lines = LINES.map((name) => raw[name]).find(Array.isArray) as Raw[] | undefined;
  const pieces = number(first(raw, PIECES + ' items'));
  const price = number(first(raw, PRICE));
  let sum: number | undefined = price != null ? price * (pieces || 1) : undefined;
  let items = pieces;
  if (lines) {
    sum = items = 0;
    for (const line of Object.values(lines)) {
      const n = number(first(line || {}, PIECES)) || 1;
      items += n;
      sum += n * (number(first(line || {}, PRICE)) || 0);
    }
  }
  const whole = number(first(raw, WHOLE));
  const value = whole != null ? whole : sum;
  const order = first(raw, ORDER);
  const currency = first(raw, 'currency currencyCode currency_code');
  // What is undefined, nobody reads.
  return { ...raw, leaves: undefined, value, items, currency, transaction_id: order && String(order) };
}
