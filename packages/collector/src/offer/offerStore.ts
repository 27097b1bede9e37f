import type { EpochMs } from '@tactful/protocol';
import type { RedemptionRow } from './sumRedemptions.ts';

/** `worth`: thousandths of the site's currency set aside for it. `freeAt`: when it goes back to the budget, unless an order has it. */
export interface Claim { readonly claim: string; readonly visitor: string | null; readonly code: string; readonly expiresAt: EpochMs | null; readonly worth: number; readonly freeAt: EpochMs | null }
/** `taken`, `charge`: codes and thousandths that the order added to the ledger. `heldUntil`: null once the order is placed. */
export interface Redemption {
  readonly orderId: string; readonly code: string; readonly value: number; readonly discount: number; readonly currency: string | null;
  readonly taken: number; readonly charge: number; readonly heldUntil: EpochMs | null;
}
/** How much of the budget is taken: codes, and thousandths of the site's currency. */
export interface Ledger { readonly taken: number; readonly spent: number }

/** Every statement of an offer. */
export interface OfferStore {
  claim(id: string): Claim | undefined;
  claimOfVisitor(visitor: string): Claim | undefined;
  claimOfCode(code: string): Claim | undefined;
  /** Codes given of those that are given once, run out or not. */
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
  /** The code was used: it never goes back to the budget. */
  use(code: string): void;
  /** Lets an order's code go. */
  dropRedemption(orderId: string): void;
  /** Orders that hold a code. */
  held(): number;
  ledger(): Ledger;
  charge(taken: number, spent: number): void;
  /** Orders that held a code too long. */
  lapsed(now: EpochMs): readonly Redemption[];
  /** Marks codes that ran out, and that no order has, as free. @returns what was set aside for each */
  takeUnused(now: EpochMs): readonly number[];
  /** When the next hold or code runs out, or the day of the prefixes. */
  nextFree(): EpochMs | undefined;
  /** Sums by currency, of the orders that were placed. */
  redemptions(): readonly RedemptionRow[];
  /** Claims of an address prefix on that day, in days since the epoch. */
  ofPrefix(day: number, prefix: string): number;
  countPrefix(day: number, prefix: string): void;
  /** Forgets those of days before. */
  forgetPrefixes(day: number): void;
  refuse(reason: string): void;
  refusals(): Readonly<Record<string, number>>;
  erased(visitor: string): boolean;
  /** Unlinks a visitor from their code; from now on the visitor is an erased one. */
  forget(visitor: string): void;
}

const UNUSED = 'code NOT IN (SELECT code FROM redemptions)';

type Row = Record<string, SqlStorageValue>;
const claimOf = (row: Row | undefined): Claim | undefined => row && {
  claim: String(row['claim']), visitor: row['visitor'] as string | null, code: String(row['code']), expiresAt: row['expires_at'] as number | null,
  worth: Number(row['worth']), freeAt: row['free_at'] as number | null,
};
const redemptionOf = (row: Row | undefined): Redemption | undefined => row && {
  orderId: String(row['order_id']), code: String(row['code']), value: Number(row['value']), discount: Number(row['discount']), currency: row['currency'] as string | null,
  taken: Number(row['taken']), charge: Number(row['charge']), heldUntil: row['held_until'] as number | null,
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
    putClaim: ({ claim, visitor, code, expiresAt, worth, freeAt }, now) => {
      sql.exec('INSERT INTO claims (claim, visitor, code, at, expires_at, worth, free_at) VALUES (?, ?, ?, ?, ?, ?, ?)', claim, visitor, code, now, expiresAt, worth, freeAt);
    },
    takeFromPool: (claim) => first(
      'UPDATE pool SET claim = ? WHERE seq = (SELECT seq FROM pool WHERE claim IS NULL ORDER BY seq LIMIT 1) RETURNING code', claim,
    )?.['code'] as string | undefined,
    fillPool: (codes) => codes.reduce((added, code) => added + sql.exec('INSERT INTO pool (code) VALUES (?) ON CONFLICT (code) DO NOTHING RETURNING seq', code).toArray().length, 0),
    poolLeft: () => count('SELECT COUNT(*) AS n FROM pool WHERE claim IS NULL'),
    redemption: (orderId) => redemptionOf(first('SELECT * FROM redemptions WHERE order_id = ?', orderId)),
    redemptionOfCode: (code) => redemptionOf(first('SELECT * FROM redemptions WHERE code = ?', code)),
    putRedemption: ({ orderId, code, value, discount, currency, taken, charge, heldUntil }, now) => {
      sql.exec('INSERT INTO redemptions (order_id, code, value, discount, currency, at, taken, charge, held_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', orderId, code, value, discount, currency, now, taken, charge, heldUntil);
    },
    use: (code) => { sql.exec('UPDATE claims SET free_at = NULL WHERE code = ?', code); },
    dropRedemption: (orderId) => { sql.exec('DELETE FROM redemptions WHERE order_id = ?', orderId); },
    held: () => count('SELECT COUNT(*) AS n FROM redemptions WHERE held_until IS NOT NULL'),
    ledger: () => sql.exec('SELECT taken, spent FROM ledger').one() as unknown as Ledger,
    charge: (taken, spent) => { sql.exec('UPDATE ledger SET taken = taken + ?, spent = spent + ?', taken, spent); },
    lapsed: (now) => sql.exec('SELECT * FROM redemptions WHERE held_until <= ?', now).toArray().map((row) => redemptionOf(row)!),
    takeUnused: (now) => sql.exec(`UPDATE claims SET free_at = NULL WHERE free_at <= ? AND ${UNUSED} RETURNING worth`, now).toArray().map((row) => Number(row['worth'])),
    nextFree: () => first(`SELECT MIN(at) AS at FROM (SELECT MIN(held_until) AS at FROM redemptions WHERE held_until IS NOT NULL
      UNION ALL SELECT MIN(free_at) FROM claims WHERE free_at IS NOT NULL AND ${UNUSED} UNION ALL SELECT (MIN(day) + 1) * 86400000 FROM prefixes)`)!['at'] as number | null ?? undefined,
    redemptions: () => sql.exec('SELECT currency, COUNT(*) AS redeemed, SUM(value) AS value, SUM(discount) AS discount FROM redemptions WHERE held_until IS NULL GROUP BY currency ORDER BY currency')
      .toArray() as unknown as readonly RedemptionRow[],
    ofPrefix: (day, prefix) => Number(first('SELECT n FROM prefixes WHERE day = ? AND prefix = ?', day, prefix)?.['n'] ?? 0),
    forgetPrefixes: (day) => { sql.exec('DELETE FROM prefixes WHERE day < ?', day); },
    countPrefix: (day, prefix) => { sql.exec('INSERT INTO prefixes (day, prefix, n) VALUES (?, ?, 1) ON CONFLICT (day, prefix) DO UPDATE SET n = n + 1', day, prefix); },
    refuse: (reason) => { sql.exec('INSERT INTO refusals (reason, n) VALUES (?, 1) ON CONFLICT (reason) DO UPDATE SET n = n + 1', reason); },
    refusals: () => Object.fromEntries(sql.exec('SELECT reason, n FROM refusals ORDER BY reason').toArray().map((row) => [String(row['reason']), Number(row['n'])])),
    erased: (visitor) => first('SELECT 1 FROM erased WHERE visitor = ?', visitor) !== undefined,
    forget: (visitor) => {
      sql.exec('UPDATE claims SET visitor = NULL WHERE visitor = ?', visitor);
      sql.exec('INSERT INTO erased (visitor) VALUES (?) ON CONFLICT DO NOTHING', visitor);
    },
  };
}
