import type { EpochMs, ErrorCode, OfferTerms, RedemptionBody } from '@tactful/protocol';
import type { OfferStore } from './offerStore.ts';
import { readCode } from './readCode.ts';
import { readPublicCode } from './readPublicCode.ts';

export type Redeemed = { readonly ok: true; readonly code: string; readonly orderId: string } | { readonly ok: false; readonly code: Extract<ErrorCode, 'not_found' | 'used' | 'expired'> };

/** `siteCurrency`: the currency in which an order is that names none. */
export interface RedemptionCall { readonly body: RedemptionBody; readonly terms: OfferTerms; readonly siteCurrency: string | undefined; readonly now: EpochMs }

const refuse = (code: 'not_found' | 'used' | 'expired'): Redeemed => ({ ok: false, code });

/**
 * Redeems a code for an order: the same order again gets the same answer, another order finds it used, a late one expired. One
 * order redeems one code of an offer. The caller holds the transaction.
 */
export function redeemCode(store: OfferStore, { body, terms, siteCurrency, now }: RedemptionCall): Redeemed {
  const { orderId, value = 0, discount = 0, currency = siteCurrency ?? null } = body;
  const code = terms.mode === 'minted' ? readCode(body.code) : terms.mode === 'public' ? readPublicCode(body.code, terms.code) : body.code.trim();
  const done = store.redemption(orderId);
  if (done) return done.code === code ? { ok: true, code, orderId } : refuse('used');
  const claim = store.claimOfCode(code);
  if (terms.mode === 'public' ? code !== terms.code : !claim) return refuse('not_found');
  if (terms.mode === 'public' ? store.redeemed() >= terms.budget : store.redemptionOfCode(code)) return refuse(terms.mode === 'public' ? 'expired' : 'used');
  const ends = Math.min(terms.until ?? Infinity, terms.mode === 'public' ? Infinity : claim?.expiresAt ?? Infinity);
  if (now >= ends) return refuse('expired');
  store.putRedemption({ orderId, code, value, discount, currency }, now);
  return { ok: true, code, orderId };
}
