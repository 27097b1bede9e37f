import type { EpochMs, ErrorCode, Milliseconds, OfferTerms, RedemptionBody } from '@tactful/protocol';
import { costOf } from './costOf.ts';
import { foldCode } from './foldCode.ts';
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
  freeUnused(store, now);
  const before = store.redemption(orderId);
  // What the order has keeps its name, whatever the offer's code is called by now. Codes of a pool are told apart by case.
  const code = before && (terms.mode !== 'pool' || before.taken > 0) && foldCode(before.code) === foldCode(body.code) ? before.code
    : terms.mode === 'minted' ? readCode(body.code) : isPublic ? readPublicCode(body.code, terms.code) : body.code.trim();
  if (before?.heldUntil === null) return before.code === code ? { ok: true, code, orderId } : refuse('used');
  // A public code is nobody's, even where it was once given as one of a pool; but what an order holds as somebody's stays theirs.
  const claim = isPublic && !(before?.code === code && before.taken === 0) ? undefined : store.claimOfCode(code);
  const { taken, spent } = store.ledger();
  if (before?.code !== code) {
    if (isPublic ? code !== terms.code : !claim) return refuse('not_found');
    if (isPublic ? taken - (before?.taken ?? 0) >= terms.budget : store.redemptionOfCode(code)) return refuse(isPublic ? 'expired' : 'used');
    if (now >= Math.min(terms.until ?? Infinity, claim?.expiresAt ?? Infinity)) return refuse('expired');
  }
  const cost = costOf(body, {
    worth: terms.worth, setAside: claim?.worth ?? 0, ours: isSiteCurrency(currency, siteCurrency),
    promised: before?.code === code && before.currency === currency ? before.discount : 0,
  });
  if (!cost) return refuse('invalid');
  // What the order has already is not asked for again, however little is left by now.
  const more = cost.charge - (before?.charge ?? 0);
  if (more > 0 && cost.charge > 0 && spent + more > toThousandths(terms.spend ?? Infinity)) return refuse('expired');
  if (before) letGo(store, before);
  const order = { orderId, code, value, currency, ...cost, taken: claim ? 0 : 1, heldUntil: body.hold ? now + HOLD : null };
  store.putRedemption(order, now);
  store.charge(order.taken, cost.charge);
  if (order.heldUntil !== null) return { ok: true, code, orderId, heldUntil: order.heldUntil };
  store.use(code);
  return { ok: true, code, orderId };
}
