import type { EpochMs, ErrorCode, Milliseconds, OfferTerms, RedemptionBody } from '@tactful/protocol';
import { freeUnused, letGo } from './freeUnused.ts';
import { isSiteCurrency } from './isSiteCurrency.ts';
import type { OfferStore } from './offerStore.ts';
import { readCode } from './readCode.ts';
import { readPublicCode } from './readPublicCode.ts';
import { toThousandths } from './toThousandths.ts';

type Refused = Extract<ErrorCode, 'not_found' | 'used' | 'expired' | 'invalid'>;
/** `heldUntil`: the order is not placed yet. `invalid`: the discount is more than the offer says a code is worth. */
export type Redeemed = { readonly ok: true; readonly code: string; readonly orderId: string; readonly heldUntil?: EpochMs } | { readonly ok: false; readonly code: Refused };

/** `siteCurrency`: the currency in which an order is that names none. */
export interface RedemptionCall { readonly body: RedemptionBody; readonly terms: OfferTerms; readonly siteCurrency: string | undefined; readonly now: EpochMs }

/** For so long an order that is not placed yet keeps its code. */
const HOLD: Milliseconds = 1_800_000;

const refuse = (code: Refused): Redeemed => ({ ok: false, code });

/**
 * Redeems a code for an order, or holds it for one: the same order again gets the same answer, another order finds it used, a late one
 * expired. One order has one code of an offer, and may take another until it is placed. Never more is taken off than the budget has.
 * The caller holds the transaction.
 */
export function redeemCode(store: OfferStore, { body, terms, siteCurrency, now }: RedemptionCall): Redeemed {
  const { orderId, value = 0, currency = siteCurrency ?? null } = body;
  const isPublic = terms.mode === 'public';
  const code = terms.mode === 'minted' ? readCode(body.code) : isPublic ? readPublicCode(body.code, terms.code) : body.code.trim();
  freeUnused(store, now);
  const before = store.redemption(orderId);
  if (before?.heldUntil === null) return before.code === code ? { ok: true, code, orderId } : refuse('used');
  const claim = store.claimOfCode(code);
  if (before?.code !== code) {
    if (isPublic ? code !== terms.code : !claim) return refuse('not_found');
    if (isPublic ? store.ledger().taken >= terms.budget : store.redemptionOfCode(code)) return refuse(isPublic ? 'expired' : 'used');
    if (now >= Math.min(terms.until ?? Infinity, isPublic ? Infinity : claim?.expiresAt ?? Infinity)) return refuse('expired');
  }
  const cost = costOf(body, terms, isSiteCurrency(currency, siteCurrency));
  if (!cost) return refuse('invalid');
  // What was set aside for a code that was given stands in for the order until it is placed.
  const charge = claim ? (body.hold ? 0 : cost.taken - claim.worth) : cost.taken;
  if (charge > 0 && store.ledger().spent - (before?.charge ?? 0) + charge > toThousandths(terms.spend ?? Infinity)) return refuse('expired');
  if (before) letGo(store, before);
  const heldUntil = body.hold ? now + HOLD : null;
  store.putRedemption({ orderId, code, value, discount: cost.discount, currency, charge, heldUntil }, now);
  store.charge(claim ? 0 : 1, charge);
  if (heldUntil === null) store.use(code);
  return { ok: true, code, orderId, ...(heldUntil !== null && { heldUntil }) };
}

/** What the order's discount takes from the budget, in thousandths; undefined where it is more than a code is worth. What is not told, or told in another currency, takes that. */
function costOf({ discount }: RedemptionBody, { worth }: OfferTerms, ours: boolean): { readonly taken: number; readonly discount: number } | undefined {
  if (!ours) return { taken: toThousandths(worth ?? 0), discount: discount ?? 0 };
  const told = discount ?? worth ?? 0;
  return told > (worth ?? Infinity) ? undefined : { taken: toThousandths(told), discount: told };
}
