import { DurableObject } from 'cloudflare:workers';
import type { ClaimBody, EpochMs, OfferReport, OfferTerms } from '@tactful/protocol';
import { createAgenda, type Agenda } from '../store/createAgenda.ts';
import { migrate } from '../store/migrate.ts';
import { claimCode, type Claimed } from './claimCode.ts';
import { endOfDay, freeUnused } from './freeUnused.ts';
import { mintCode } from './mintCode.ts';
import { createOfferStore } from './offerStore.ts';
import { redeemCode, type Redeemed, type RedemptionCall } from './redeemCode.ts';
import { OFFER_SCHEMA } from './schema.ts';
import { sumRedemptions } from './sumRedemptions.ts';

/** What the console reads of an offer, and what its redemptions cost. */
export interface OfferFigures extends Omit<OfferReport, 'id' | 'mode' | 'budget' | 'spend' | 'until'> { readonly discount: number }

/** One offer. Its invariant: never more codes or money than the budget, no code twice, no order charged twice. */
export class Offer extends DurableObject<Env> {
  readonly #store;
  readonly #agenda: Agenda<'free'>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, OFFER_SCHEMA);
    this.#store = createOfferStore(ctx.storage.sql);
    this.#agenda = createAgenda({ sql: ctx.storage.sql, setAlarm: (at) => ctx.storage.setAlarm(at), clock: Date.now });
  }

  override alarm(): Promise<void> {
    return this.#agenda.run(Date.now(), { free: async (_site, now) => this.ctx.storage.transactionSync(() => {
      freeUnused(this.#store, now);
      return this.#store.nextFree();
    }) });
  }

  claim({ site, body, terms, now, prefix }: { readonly site: string; readonly body: ClaimBody; readonly prefix: string; readonly terms: OfferTerms; readonly now: EpochMs }): Claimed {
    return this.ctx.storage.transactionSync(() => {
      const claimed = claimCode(this.#store, { body, terms, now, prefix, mint: () => mintCode((bytes) => crypto.getRandomValues(bytes)) });
      if (!claimed.ok) this.#store.refuse(claimed.reason);
      else {
        const { expiresAt = Infinity } = claimed.answer;
        const at = Math.min(terms.mode === 'minted' ? expiresAt : Infinity, prefix === '' ? Infinity : endOfDay(now));
        if (terms.mode !== 'public' && at < Infinity) this.#agenda.plan('free', { site, at });
      }
      return claimed;
    });
  }

  redeem(site: string, call: RedemptionCall): Redeemed {
    return this.ctx.storage.transactionSync(() => {
      const redeemed = redeemCode(this.#store, call);
      if (redeemed.ok && redeemed.heldUntil !== undefined) this.#agenda.plan('free', { site, at: redeemed.heldUntil });
      return redeemed;
    });
  }

  /** Counts a refusal that was decided before the object was asked (`halted`). */
  refuse(reason: string): void { this.#store.refuse(reason); }

  /** Adds codes made on the shop's platform; those already there are skipped. Returns how many are new. */
  fillPool(codes: readonly string[]): number {
    return this.ctx.storage.transactionSync(() => this.#store.fillPool(codes));
  }

  figures({ mode, siteCurrency }: { readonly mode: OfferTerms['mode']; readonly siteCurrency: string | undefined }): OfferFigures {
    this.ctx.storage.transactionSync(() => freeUnused(this.#store, Date.now()));
    const { taken, spent } = this.#store.ledger();
    return {
      claimed: this.#store.claimed() + (mode === 'public' ? this.#store.given() : 0), taken, held: this.#store.held(), spent: spent / 1_000,
      ...sumRedemptions(this.#store.redemptions(), siteCurrency),
      poolLeft: this.#store.poolLeft(), refusals: this.#store.refusals(),
    };
  }

  exportVisitor(visitor: string): { readonly code: string; readonly expiresAt: EpochMs | null } | null {
    const claim = this.#store.claimOfVisitor(visitor);
    return claim ? { code: claim.code, expiresAt: claim.expiresAt } : null;
  }

  forget(visitor: string): void { this.ctx.storage.transactionSync(() => this.#store.forget(visitor)); }
}
