import type { OfferTerms } from '@tactful/protocol';
import { claimCode } from '../../../packages/collector/src/offer/claimCode.ts';
import { freeUnused } from '../../../packages/collector/src/offer/freeUnused.ts';
import { createOfferStore, type Ledger } from '../../../packages/collector/src/offer/offerStore.ts';
import { redeemCode } from '../../../packages/collector/src/offer/redeemCode.ts';
import { OFFER_SCHEMA } from '../../../packages/collector/src/offer/schema.ts';
import { openSql } from './openSql.ts';

export const MINUTE = 60_000;
export const NOW = 1_800_000_000_000;
export const CODES = ['AAAAA-AAAAA-AAAAA', 'BBBBB-BBBBB-BBBBB', 'CCCCC-CCCCC-CCCCC', 'DDDDD-DDDDD-DDDDD', 'EEEEE-EEEEE-EEEEE', 'FFFFF-FFFFF-FFFFF', 'GGGGG-GGGGG-GGGGG'];
export const MINTED: OfferTerms = { mode: 'minted', budget: 3, validFor: 20 * MINUTE, spend: 25, worth: 10 };
export const PUBLIC: OfferTerms = { mode: 'public', code: 'SALE', budget: 3, spend: 25, worth: 10 };

/** An offer at a time that `pass` moves, with what may be asked of it. */
export function openOffer(published: OfferTerms, { sql } = openSql(OFFER_SCHEMA)) {
  const store = createOfferStore(sql);
  const left = [...CODES];
  let now = NOW, terms = published;
  return {
    publish: (changed: OfferTerms) => { terms = changed; },
    store, sql,
    pass: (ms: number) => { now += ms; },
    claim: (visitor: string, prefix = '') => {
      const claimed = claimCode(store, { body: { id: `claim-of-${visitor}`.padEnd(20, '.'), visitor }, terms, now, prefix, mint: () => left.shift()! });
      return claimed.ok ? claimed.answer.code : claimed.reason;
    },
    redeem: (code: string, orderId: string, more: { hold?: boolean; discount?: number; currency?: string } = {}) => {
      const redeemed = redeemCode(store, { body: { code, orderId, ...more }, terms, siteCurrency: 'EUR', now });
      return redeemed.ok ? redeemed.heldUntil === undefined ? 'placed' : 'held' : redeemed.code;
    },
    free: () => { freeUnused(store, now); return store.nextFree() === undefined ? undefined : store.nextFree()! - now; },
  };
}

/** The ledger as the rows tell it. */
export const recount = (sql: SqlStorage): Ledger => sql.exec(`SELECT
  (SELECT COUNT(*) FROM claims WHERE expires_at IS NULL OR free_at IS NOT NULL OR code IN (SELECT code FROM redemptions))
    + (SELECT COALESCE(SUM(taken), 0) FROM redemptions) AS taken,
  (SELECT COALESCE(SUM(worth), 0) FROM claims WHERE expires_at IS NULL OR free_at IS NOT NULL OR code IN (SELECT code FROM redemptions))
    + (SELECT COALESCE(SUM(charge), 0) FROM redemptions) AS spent`).one() as unknown as Ledger;
