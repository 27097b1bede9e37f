import type { EpochMs } from '@tactful/protocol';
import type { RedemptionRow } from './sumRedemptions.ts';

export interface Claim { readonly claim: string; readonly visitor: string | null; readonly code: string; readonly expiresAt: EpochMs | null }
export interface Redemption { readonly orderId: string; readonly code: string; readonly value: number; readonly discount: number; readonly currency: string | null }

/** Every statement of an offer. */
export interface OfferStore {
  claim(id: string): Claim | undefined;
  claimOfVisitor(visitor: string): Claim | undefined;
  claimOfCode(code: string): Claim | undefined;
  /** Codes given of those that are given once. */
  claimed(): number;
  /** How often a public code was given. */
  given(): number;
  countGiven(): void;
  putClaim(claim: Claim, now: EpochMs): void;
  /** Takes the next code of the pool; none when it is empty. */
  takeFromPool(claim: string): string | undefined;
  fillPool(codes: readonly string[]): number;
  poolLeft(): number;
  redemption(orderId: string): Redemption | undefined;
  redemptionOfCode(code: string): Redemption | undefined;
  putRedemption(redemption: Redemption, now: EpochMs): void;
  redeemed(): number;
  /** Sums by currency. */
  redemptions(): readonly RedemptionRow[];
  /** Claims of an address prefix on that day. Other days' are forgotten. */
  ofPrefix(day: number, prefix: string): number;
  countPrefix(day: number, prefix: string): void;
  refuse(reason: string): void;
  refusals(): Readonly<Record<string, number>>;
  /** Unlinks a visitor from their code. */
  forget(visitor: string): void;
}

type Row = Record<string, SqlStorageValue>;
const claimOf = (row: Row | undefined): Claim | undefined => row && {
  claim: String(row['claim']), visitor: row['visitor'] as string | null, code: String(row['code']), expiresAt: row['expires_at'] as number | null,
};
const redemptionOf = (row: Row | undefined): Redemption | undefined => row && {
  orderId: String(row['order_id']), code: String(row['code']), value: Number(row['value']), discount: Number(row['discount']), currency: row['currency'] as string | null,
};

export function createOfferStore(sql: SqlStorage): OfferStore {
  const first = (query: string, ...binds: SqlStorageValue[]): Row | undefined => sql.exec(query, ...binds).toArray()[0];
  const count = (query: string): number => Number(sql.exec(query).one()['n']);
  return {
    claim: (id) => claimOf(first('SELECT * FROM claims WHERE claim = ?', id)),
    claimOfVisitor: (visitor) => claimOf(first('SELECT * FROM claims WHERE visitor = ?', visitor)),
    claimOfCode: (code) => claimOf(first('SELECT * FROM claims WHERE code = ?', code)),
    claimed: () => count('SELECT COUNT(*) AS n FROM claims'),
    given: () => count('SELECT n FROM given'),
    countGiven: () => { sql.exec('UPDATE given SET n = n + 1'); },
    putClaim: ({ claim, visitor, code, expiresAt }, now) => {
      sql.exec('INSERT INTO claims (claim, visitor, code, at, expires_at) VALUES (?, ?, ?, ?, ?)', claim, visitor, code, now, expiresAt);
    },
    takeFromPool: (claim) => first(
      'UPDATE pool SET claim = ? WHERE seq = (SELECT seq FROM pool WHERE claim IS NULL ORDER BY seq LIMIT 1) RETURNING code', claim,
    )?.['code'] as string | undefined,
    fillPool: (codes) => codes.reduce((added, code) => added + sql.exec('INSERT INTO pool (code) VALUES (?) ON CONFLICT (code) DO NOTHING RETURNING seq', code).toArray().length, 0),
    poolLeft: () => count('SELECT COUNT(*) AS n FROM pool WHERE claim IS NULL'),
    redemption: (orderId) => redemptionOf(first('SELECT * FROM redemptions WHERE order_id = ?', orderId)),
    redemptionOfCode: (code) => redemptionOf(first('SELECT * FROM redemptions WHERE code = ?', code)),
    putRedemption: ({ orderId, code, value, discount, currency }, now) => {
      sql.exec('INSERT INTO redemptions (order_id, code, value, discount, currency, at) VALUES (?, ?, ?, ?, ?, ?)', orderId, code, value, discount, currency, now);
    },
    redeemed: () => count('SELECT COUNT(*) AS n FROM redemptions'),
    redemptions: () => sql.exec('SELECT currency, COUNT(*) AS redeemed, SUM(value) AS value, SUM(discount) AS discount FROM redemptions GROUP BY currency ORDER BY currency')
      .toArray() as unknown as readonly RedemptionRow[],
    ofPrefix: (day, prefix) => {
      sql.exec('DELETE FROM prefixes WHERE day <> ?', day);
      return Number(first('SELECT n FROM prefixes WHERE day = ? AND prefix = ?', day, prefix)?.['n'] ?? 0);
    },
    countPrefix: (day, prefix) => { sql.exec('INSERT INTO prefixes (day, prefix, n) VALUES (?, ?, 1) ON CONFLICT (day, prefix) DO UPDATE SET n = n + 1', day, prefix); },
    refuse: (reason) => { sql.exec('INSERT INTO refusals (reason, n) VALUES (?, 1) ON CONFLICT (reason) DO UPDATE SET n = n + 1', reason); },
    refusals: () => Object.fromEntries(sql.exec('SELECT reason, n FROM refusals ORDER BY reason').toArray().map((row) => [String(row['reason']), Number(row['n'])])),
    forget: (visitor) => { sql.exec('UPDATE claims SET visitor = NULL WHERE visitor = ?', visitor); },
  };
}
