import type { AttributeValue, EpochMs, Exposure } from '@tactful/protocol';
import type { GoalRow } from '../shard/VisitorRows.ts';

/** When it was heard, and of which site: an object does not know its own name. */
export interface Heard { readonly site: string; readonly now: EpochMs }

/** A chance that a visitor of the user had; times are the server's. */
export interface MetExposure extends Pick<Exposure, 'id' | 'campaign' | 'arm' | 'outcome' | 'reason' | 'at'> { readonly session: string }

/** The same as kept: `settled` is when its outcome was heard of. */
export interface KeptExposure extends Omit<MetExposure, 'reason'> { readonly visitor: string; readonly settled: EpochMs; readonly optOut: boolean }

/** A conversion of the user, seen in a browser or told by a server. */
export type UserGoal = Omit<GoalRow, 'day'>;

/** What the shard of one visitor knows of the visitor that the user's other devices need to know. */
export interface Meeting { readonly visitor: string; readonly exposures: readonly MetExposure[]; readonly goals: readonly UserGoal[] }

/** What the shard of one visitor has to be told, since the user is the same as another device's. */
export interface Join {
  readonly visitor: string;
  /** Campaigns that the user met on another device first (`elsewhere`: counted there), or in two arms (`mixed`). */
  readonly campaigns: Readonly<Record<string, 'elsewhere' | 'mixed'>>;
  /** Conversions of the user that may follow what this visitor met. */
  readonly goals: readonly UserGoal[];
}

/** What is kept of a user for their devices. */
export interface ProfileRows {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly exposures: readonly KeptExposure[];
  readonly goals: readonly UserGoal[];
}
