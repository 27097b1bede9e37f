import type { EpochMs } from '@tactful/protocol';

/** What is known of one visitor, without saying who. All times are the server's; sessions of machines are left out. */
export interface Past {
  readonly sessions: readonly PastSession[];
  /** Purchases and refunds of all their sessions, and what the same user did elsewhere. */
  readonly orders: readonly PastOrder[];
  /** In which arms they met campaigns, and when first. */
  readonly exposures: readonly PastExposure[];
}

/** `at` is 0 where they met it elsewhere first, or in two arms: it is not known in which. */
export interface PastExposure { readonly arm: string; readonly at: EpochMs; readonly campaign?: string; readonly outcome?: string; readonly reason?: string; readonly helped?: 0 | 1 | null }

export interface PastSession {
  /** Its number, from 1. */
  readonly id: number;
  /** The features as they were then, in the registry's order; -1 is unknown. */
  readonly snapshots: readonly { readonly at: EpochMs; readonly x: readonly number[] }[];
}

export interface PastOrder {
  /** The same for one order, however often it was seen. */
  readonly id: string;
  /** The session that it was seen in; 0 elsewhere. */
  readonly session: number;
  readonly event: string;
  /** Thousandths of the site's currency; a refund is negative. */
  readonly mills: number;
  /** What it lacks to be counted as money; empty: nothing. */
  readonly lacks: string;
  readonly at: EpochMs;
}
