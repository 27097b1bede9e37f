import type { ClaimAnswer, ClaimBody, EpochMs, OfferTerms } from '@tactful/protocol';
import type { Claim, OfferStore } from './offerStore.ts';

/** Why no code was given; only the console sees it. */
export type ClaimRefusal = 'ended' | 'no_visitor' | 'budget' | 'pool_empty' | 'expired' | 'id_of_another' | 'address';
export type Claimed = { readonly ok: true; readonly answer: ClaimAnswer } | { readonly ok: false; readonly reason: ClaimRefusal };

const DAY = 86_400_000;
/** Codes that one address prefix may get a day: a carrier hides thousands behind one, a farmer a whole budget. */
export const allowedPerPrefix = (budget: number): number => Math.max(50, Math.ceil(budget / 10));

const refuse = (reason: ClaimRefusal): Claimed => ({ ok: false, reason });

/** When a code claimed now stops being good: its own time, never after the offer's end. */
function expiryOf({ until, validFor }: OfferTerms, now: EpochMs): EpochMs | null {
  const ends = Math.min(until ?? Infinity, validFor === undefined ? Infinity : now + validFor);
  return Number.isFinite(ends) ? ends : null;
}

/**
 * Gives one code: to the same id the same code, to the same visitor the same code, never more than the budget. Synchronous from
 * check to write; the caller holds the transaction.
 */
export function claimCode(store: OfferStore, { body, terms, now, mint, prefix }: {
  readonly body: ClaimBody; /** Keyed hash of the caller's address prefix; empty when the platform names none. */ readonly prefix: string; readonly terms: OfferTerms; readonly now: EpochMs; readonly mint: () => string;
}): Claimed {
  const visitor = body.visitor ?? null;
  const known = store.claim(body.id) ?? (visitor === null ? undefined : store.claimOfVisitor(visitor));
  if (known) return again(known, visitor, now);
  if (terms.until !== undefined && now >= terms.until) return refuse('ended');
  if (terms.mode !== 'public' && visitor === null) return refuse('no_visitor');
  if ((terms.mode === 'public' ? store.redeemed().n : store.claimed()) >= terms.budget) return refuse('budget');
  const day = Math.floor(now / DAY);
  if (prefix !== '' && terms.mode !== 'public' && store.ofPrefix(day, prefix) >= allowedPerPrefix(terms.budget)) return refuse('address');
  const code = terms.mode === 'public' ? terms.code : terms.mode === 'pool' ? store.takeFromPool(body.id) : mint();
  if (code === undefined) return refuse('pool_empty');
  const claim: Claim = { claim: body.id, visitor, code, expiresAt: expiryOf(terms, now) };
  store.putClaim(claim, now);
  if (prefix !== '') store.countPrefix(day, prefix);
  return answer(claim);
}

function again(known: Claim, visitor: string | null, now: EpochMs): Claimed {
  if (known.visitor !== null && known.visitor !== visitor) return refuse('id_of_another');
  return known.expiresAt !== null && now >= known.expiresAt ? refuse('expired') : answer(known);
}

const answer = ({ code, expiresAt }: Claim): Claimed => ({ ok: true, answer: expiresAt === null ? { code } : { code, expiresAt } });
