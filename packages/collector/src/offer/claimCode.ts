import type { ClaimAnswer, ClaimBody, EpochMs, OfferTerms } from '@tactful/protocol';
import { dayOf, freeUnused } from './freeUnused.ts';
import type { Claim, OfferStore } from './offerStore.ts';
import { toThousandths } from './toThousandths.ts';

/** Why no code was given; only the console sees it. */
export type ClaimRefusal = 'ended' | 'no_visitor' | 'budget' | 'spend' | 'pool_empty' | 'expired' | 'id_of_another' | 'address';
export type Claimed = { readonly ok: true; readonly answer: ClaimAnswer } | { readonly ok: false; readonly reason: ClaimRefusal };

/** Codes that one address prefix may get a day: a carrier hides thousands behind one, a farmer a whole budget. */
export const allowedPerPrefix = (budget: number): number => Math.max(50, Math.ceil(budget / 10));

const refuse = (reason: ClaimRefusal): Claimed => ({ ok: false, reason });

/** When a code claimed now stops being good: its own time, never after the offer's end. A public code has no time of its own. */
function expiryOf({ mode, until, validFor }: OfferTerms, now: EpochMs): EpochMs | null {
  const ends = Math.min(until ?? Infinity, mode === 'public' || validFor === undefined ? Infinity : now + validFor);
  return Number.isFinite(ends) ? ends : null;
}

/** Why the budget has no room for one code more; undefined while it has. */
function isSpent(store: OfferStore, { budget, spend = Infinity, worth = 0 }: OfferTerms): 'budget' | 'spend' | undefined {
  const { taken, spent } = store.ledger();
  return taken >= budget ? 'budget' : spent + toThousandths(worth) > toThousandths(spend) ? 'spend' : undefined;
}

/** Gives the code that is the same for all. Who asks again gets it again while the budget has room, so nobody is remembered, only how often it was given. */
function givePublic(store: OfferStore, terms: OfferTerms, now: EpochMs): Claimed {
  if (terms.until !== undefined && now >= terms.until) return refuse('ended');
  const spent = isSpent(store, terms);
  if (terms.code === undefined || spent) return refuse(spent ?? 'budget');
  store.countGiven();
  return answer({ code: terms.code, expiresAt: expiryOf(terms, now) });
}

/**
 * Gives one code: to the same id the same code, to the same visitor the same code, never more than the budget, in codes or in money.
 * One made here goes back to the budget when it runs out unused; one of the shop's pool does not, for the shop may still take it.
 * Synchronous from check to write; the caller holds the transaction.
 */
export function claimCode(store: OfferStore, { body, terms, now, mint, prefix }: {
  readonly body: ClaimBody; /** Keyed hash of the caller's address prefix; empty when the platform names none. */ readonly prefix: string; readonly terms: OfferTerms; readonly now: EpochMs; readonly mint: () => string;
}): Claimed {
  freeUnused(store, now);
  if (terms.mode === 'public') return givePublic(store, terms, now);
  // A claim that was under way while its visitor was erased is nobody's.
  const visitor = body.visitor === undefined || store.erased(body.visitor) ? null : body.visitor;
  const known = store.claim(body.id) ?? (visitor === null ? undefined : store.claimOfVisitor(visitor));
  if (known) return again(known, visitor, now);
  if (terms.until !== undefined && now >= terms.until) return refuse('ended');
  if (visitor === null) return refuse('no_visitor');
  const spent = isSpent(store, terms);
  if (spent) return refuse(spent);
  const day = dayOf(now);
  if (prefix !== '' && store.ofPrefix(day, prefix) >= allowedPerPrefix(terms.budget)) return refuse('address');
  const code = terms.mode === 'pool' ? store.takeFromPool(body.id) : mint();
  if (code === undefined) return refuse('pool_empty');
  const expiresAt = expiryOf(terms, now);
  const claim: Claim = { claim: body.id, visitor, code, expiresAt, worth: toThousandths(terms.worth ?? 0), freeAt: terms.mode === 'minted' ? expiresAt : null };
  store.putClaim(claim, now);
  store.charge(1, claim.worth);
  if (prefix !== '') store.countPrefix(day, prefix);
  return answer(claim);
}

function again(known: Claim, visitor: string | null, now: EpochMs): Claimed {
  if (known.visitor !== null && known.visitor !== visitor) return refuse('id_of_another');
  return known.expiresAt !== null && now >= known.expiresAt ? refuse('expired') : answer(known);
}

const answer = ({ code, expiresAt }: Pick<Claim, 'code' | 'expiresAt'>): Claimed => ({ ok: true, answer: expiresAt === null ? { code } : { code, expiresAt } });
