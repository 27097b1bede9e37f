import { CURRENCY, OFFERS } from './catalog.mjs';
import { total } from './cart.mjs';

/**
 * Asks Tactful whether a code is good for this order, offer by offer, as a code does not say whose it is.
 * `hold`: the order is not placed yet, so the code is kept for it and for no other, for half an hour; otherwise it is redeemed.
 * Answers `{ ok: true, coupon }`, or `{ ok: false, reason }` with `unknown`, `used`, `expired` or `unreachable`.
 * Asking again for the same order changes nothing.
 */
export async function redeemCoupon({ code, cart, host, secret, hold, fetch = globalThis.fetch }) {
  let reason = 'unknown';
  for (const [offer, worth] of Object.entries(OFFERS)) {
    const answer = await fetch(`${host}/v1/offers/${offer}/redemptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ code, orderId: cart.order, value: total(cart).goods / 100, discount: worthOf(worth, cart) / 100, currency: CURRENCY, hold }),
      signal: AbortSignal.timeout(4000),
    }).catch(() => undefined);
    if (!answer) return { ok: false, reason: 'unreachable' };
    if (answer.ok) return { ok: true, coupon: { code, offer, ...worth } };
    if (answer.status === 409) return { ok: false, reason: 'used' };
    if (answer.status === 410) reason = 'expired';
    else if (answer.status >= 500 || answer.status === 429 || answer.status === 401) return { ok: false, reason: 'unreachable' };
  }
  return { ok: false, reason };
}

/** What the coupon takes off this cart, in cents. */
function worthOf(worth, cart) {
  const before = total({ ...cart, coupon: null });
  return before.due - total({ ...cart, coupon: worth }).due;
}
