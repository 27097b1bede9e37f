import type { EpochMs } from './units.ts';

/** Every gate, in the order in which a candidate meets them. */
export const GATES = [
  'status', 'rollout', 'schedule', 'consent', 'page', 'trigger', 'conditions',
  'frequency', 'group', 'global', 'tabs', 'priority',
  'typing', 'composing', 'paying', 'dialog', 'covered',
  'control', 'veto',
] as const;
export type Gate = (typeof GATES)[number];

/** What one gate saw. `value` and `wanted` are what `explain()` prints beside each other; of the gate `page`, `*` is any. */
export interface GateTrace {
  readonly gate: Gate;
  readonly passed: boolean;
  readonly value: unknown;
  readonly wanted: unknown;
  /** When time alone would open the gate; absent when time alone does not. */
  readonly opensAt?: EpochMs;
}

/** Why a campaign is, or is not, shown now. */
export interface Trace {
  readonly campaign: string;
  /** Every gate up to `priority` passes. */
  readonly eligible: boolean;
  readonly shown: boolean;
  readonly gates: readonly GateTrace[];
}
