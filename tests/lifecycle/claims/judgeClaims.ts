/** One answer to one visitor. */
export interface Told {
  readonly visitor: number;
  readonly status: number;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
}

/** What the answers come to; the last four must be 0. */
export interface ClaimVerdict {
  readonly answers: number;
  /** Different codes that were given. */
  readonly codes: number;
  /** Codes of the budget that nobody got, though more asked than there are codes. */
  readonly unspent: number;
  /** Codes beyond the budget. */
  readonly overspent: number;
  /** Visitors who were told two codes, or a code once and a refusal another time. */
  readonly torn: number;
  /** Codes that two visitors were told. */
  readonly shared: number;
  /** Answers that are neither a code nor the one refusal that all get. */
  readonly odd: number;
}

/** Holds the answers against what an offer promises: never more codes than the budget, one for each visitor, always the same. */
export function judgeClaims(told: readonly Told[], budget: number): ClaimVerdict {
  const codes = new Map<string, Set<number>>();
  const visitors = new Map<number, Set<string>>();
  const put = <Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): unknown => (sets.get(key) ?? sets.set(key, new Set()).get(key)!).add(value);
  let odd = 0;
  for (const { visitor, status, code, error } of told) {
    const given = status === 200 && code !== undefined && /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/.test(code);
    if (given) put(codes, code, visitor);
    if (given || (status === 410 && error === 'offer_unavailable')) put(visitors, visitor, given ? code : '');
    else odd++;
  }
  const more = (sets: Iterable<Set<unknown>>): number => [...sets].filter(({ size }) => size > 1).length;
  return {
    answers: told.length, codes: codes.size,
    unspent: Math.max(0, Math.min(budget, visitors.size) - codes.size), overspent: Math.max(0, codes.size - budget),
    torn: more(visitors.values()), shared: more(codes.values()), odd,
  };
}
