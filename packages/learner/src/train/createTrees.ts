import type { ModelTrees } from '@tactful/protocol';
import { binColumns } from './binColumns.ts';
import { createDice, drawRows } from './createDice.ts';
import type { Fit } from './Fit.ts';
import { baseLogit } from './createLinear.ts';
import { growTree, type GrowLimits, type Growing } from './growTree.ts';
import { leafOf } from './leafOf.ts';
import { knownOf, type Samples } from './Samples.ts';
import { sigmoid, softplus } from './solveLogistic.ts';

export interface TreeOptions extends GrowLimits {
  /** Trees, at most. 1 to 100, which is what devices take. */
  readonly rounds: number;
  /** Bins of a column, 2 to 255. */
  readonly bins: number;
  /** The share of the sessions that each tree is grown over, drawn anew. Above 0, at most 1. */
  readonly share: number;
  /** Ends when so many trees in a row brought the held-back loss no lower. Without held-back sessions nothing ends it. */
  readonly patience: number;
  readonly seed: number;
}
export const TREES: TreeOptions = { rounds: 100, depth: 4, rate: 0.1, l2: 10, leastWeight: 10, bins: 32, share: 0.7, patience: 15, seed: 42 };

/** The trees so far. */
export interface TreeState extends Omit<ModelTrees, 'features'> {
  /** The logit before the first. */
  readonly base: number;
  /** The mean logistic loss of the held-back sessions: before the first tree, and after each. */
  readonly losses: readonly number[];
}

/** What trees have learned: the logit is `base` and the leaves that a session comes to. */
export interface Trees {
  readonly base: number;
  readonly trees: ModelTrees;
  readonly losses: readonly number[];
}

/**
 * Gradient-boosted trees on histograms, for the logistic loss: a step is one tree. All trees that were grown are told, those after the best one
 * among them; `losses` says which that is.
 */
export function createTrees(samples: Samples, options: Partial<TreeOptions> = {}, heldBack?: Samples, from?: TreeState): Fit<TreeState, Trees> {
  const { rounds, bins, share, patience, seed, ...limits } = { ...TREES, ...options };
  const { labels, weights, names } = samples;
  const binned = binColumns(samples.columns, bins);
  const offsets = [0];
  for (const { thresholds } of binned) offsets.push(offsets.at(-1)! + thresholds.length + 2);
  const base = baseLogit(samples);
  const lists: Growing = { roots: [], feature: [], threshold: [], right: [], value: [] };
  for (const name of Object.keys(lists) as (keyof Growing)[]) lists[name].push(...from?.[name] ?? []);
  const trees: ModelTrees = { features: names, ...lists };
  const [own, other] = [watch(samples), heldBack && watch(heldBack)];
  const losses: number[] = [...from?.losses ?? []];
  for (let tree = 0; tree < lists.roots.length; tree++) [own, other].forEach((one) => one?.add(tree));
  if (other && !losses.length) losses.push(other.loss());
  const pull = new Float64Array(2 * labels.length);
  const isDone = (): boolean => lists.roots.length >= rounds || !binned.length || losses.length > 0 && losses.length - 1 - bestOf(losses) >= patience;

  return {
    step() {
      if (isDone()) return false;
      for (let row = 0; row < labels.length; row++) {
        const p = sigmoid(own.logits[row]!);
        const weight = weights ? weights[row]! : 1;
        pull[2 * row] = weight * (p - labels[row]!);
        pull[2 * row + 1] = weight * p * (1 - p);
      }
      const round = lists.roots.length;
      growTree(lists, { binned, offsets, pull }, drawRows(labels.length, share, createDice(seed + 7_919 * round)), limits);
      own.add(round);
      other?.add(round);
      if (other) losses.push(other.loss());
      return !isDone();
    },
    state: () => ({ base, ...lists, losses }),
    result: () => ({ base, trees, losses }),
  };

  /** Sessions, and their logits as the trees grow. */
  function watch({ columns, labels: truth, weights: counts }: Samples) {
    const logits = new Float64Array(truth.length).fill(base);
    const values = columns.map(knownOf);
    return {
      logits,
      add(tree: number) {
        for (let row = 0; row < logits.length; row++) logits[row]! += lists.value[leafOf(trees, lists.roots[tree]!, values, row)]!;
      },
      loss() {
        let [sum, all] = [0, 0];
        for (let row = 0; row < logits.length; row++) {
          const weight = counts?.[row] ?? 1;
          sum += weight * (softplus(logits[row]!) - truth[row]! * logits[row]!);
          all += weight;
        }
        return sum / all;
      },
    };
  }
}

/** Where a list is least; the first, where it is so more than once. */
export const bestOf = (losses: readonly number[]): number => losses.reduce((best, loss, at) => (loss < losses[best]! ? at : best), 0);
