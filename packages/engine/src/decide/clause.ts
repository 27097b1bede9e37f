import type { DeviceCampaign, DeviceClause, DeviceFrequency, EpochMs, Milliseconds } from '@tactful/protocol';

/** A clause that listens. */
export interface Clause {
  readonly spec: DeviceClause;
  readonly campaign: Campaign;
  /** Its place in the configuration: clauses that end their wait together fire in this order. */
  readonly order: number;
  /** So many occurrences make it fire. */
  readonly times: number;
  /** Reading of the active clock at which its wait ends; 0 while it does not wait, `Infinity` when it ended on this visit. */
  due: Milliseconds;
  /** What it last answered to, where it may answer once only: a visit, an input, an add_to_cart. */
  stamp: number;
  /** When it last fired; NaN before. */
  at: EpochMs;
  /** Latest occurrences, oldest first, at most `times`, for each form (and one row for all that has no form). */
  rows: Record<string, EpochMs[]>;
}

/** A fired trigger that waits to be shown. */
export interface Opportunity {
  readonly at: EpochMs;
  /** When it closes. */
  until: EpochMs;
  readonly fired: readonly Clause[];
  /** The late gate that was in the way last; index into GATES, 0 for none. */
  late: number;
}

/** A compiled campaign. */
export interface Campaign {
  readonly spec: DeviceCampaign;
  /** The path of what this device cannot do; empty when it can do all. */
  readonly unsupported: string;
  readonly clauses: Clause[];
  /** Scopes of caps: own, group's, global. */
  readonly scopes: readonly (readonly [key: string, frequency: DeviceFrequency])[];
  /** From trusted time to when the schedule is open next. */
  readonly openAt?: (now: EpochMs) => EpochMs;
  open: Opportunity | null;
}
