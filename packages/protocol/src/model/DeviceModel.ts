/** The intent model as devices read it: for each state a score of features, small enough to travel with a configuration. */
import type { STATES } from '../features.ts';
import type { TransformName } from './TRANSFORMS.ts';

/** A state that may be scored. */
export type IntentState = (typeof STATES)[number];

/**
 * One term of a linear score: `weight × transform(value)`, where the value of an unknown feature is taken for `missing`.
 * `low` is the threshold of `step` and the foot of `ramp`, `high` the top of `ramp`.
 */
export type ModelTerm = readonly [feature: string, weight: number, missing: number, transform: TransformName, low?: number, high?: number];

/**
 * Boosted trees as flat lists, one entry a node, each tree in preorder: a node's left child is the next node. Shrinkage is
 * folded into the leaves. A value below the threshold goes left, any other right.
 */
export interface ModelTrees {
  /** The names that `feature` counts through. */
  readonly features: readonly string[];
  /** The first node of each tree. */
  readonly roots: readonly number[];
  /** Which feature a node asks; of a leaf, 0. */
  readonly feature: readonly number[];
  /** What it compares with; of a leaf, 0. */
  readonly threshold: readonly number[];
  /** How many nodes on the right child stands; 0 at a leaf. Below 0: as many, and whose value is unknown goes right instead of left. */
  readonly right: readonly number[];
  /** What a leaf adds to the logit; of any other node, what is expected there over the sessions it was trained on. */
  readonly value: readonly number[];
}

/** The score of one state: the logit is `bias` plus what terms and trees contribute. At least one of the two is there. */
export interface ModelScore {
  /** The logit of a session of which nothing is told; the expected values of all roots are part of it. */
  readonly bias: number;
  readonly terms?: readonly ModelTerm[];
  readonly trees?: ModelTrees;
}

/** A published model. States that it does not name are unknown. */
export interface DeviceModel {
  /** Its version: what summaries tell as `model`. */
  readonly id: string;
  readonly states: Readonly<Partial<Record<IntentState, ModelScore>>>;
}
