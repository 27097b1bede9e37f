/** What a name of the contract is: what pages, configurations, servers and receivers say or hear. */
export const CONTRACT_KINDS = {
  option: 'option of the tag and of `init()`',
  verb: 'verb of the page',
  event: 'event on the page',
  commerce: 'commerce event',
  key: 'key of a configuration, with the object that it stands in',
  clause: 'trigger clause',
  parameter: 'parameter of a clause',
  feature: 'feature of a condition',
  operator: 'operator of a condition',
  field: 'field of a summary, or of an object in it',
  counter: 'counter of a summary',
  error: 'code of an answer',
  route: 'route of the HTTP interface',
  webhook: 'event of webhooks',
} as const satisfies Record<string, string>;
export type ContractKind = keyof typeof CONTRACT_KINDS;

/** One name that is to go, or is gone. */
export interface Deprecation {
  readonly kind: ContractKind;
  readonly name: string;
  /** The release that deprecated it; its day stands in packages/sdk/releases.json. */
  readonly since: string;
  /** What takes its place, in a sentence; or that nothing does, and why. */
  readonly instead: string;
  /** The release that took it away: one that may (`1.0.0`, `2.0.0`; before 1.0 also `0.3.0`), `DEPRECATED_MONTHS` after `since` at the earliest. None while it is served. */
  readonly removed?: string;
}

/** For how many months at least a deprecated name goes on working. */
export const DEPRECATED_MONTHS = 12;

/** Every name that was ever deprecated. No released name goes without a row here: a test holds the names of each release to this table. Rows stay. */
export const DEPRECATIONS: readonly Deprecation[] = [];
