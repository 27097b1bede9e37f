import type { ModelQuality, ModelScore } from '@tactful/protocol';
import { createLearning, type LearningState } from '../blend/createLearning.ts';
import { evaluate } from '../blend/evaluate.ts';
import { coverOf } from '../explain/coverOf.ts';
import { explain } from '../explain/explain.ts';
import { compareAuc, isBetter } from '../judge/compareAuc.ts';
import { bestThreshold } from '../judge/f1.ts';
import type { LearnedState } from '../sample/LEARNED.ts';
import { TREATED, type Periods } from '../sample/periodsOf.ts';
import type { Fit } from '../train/Fit.ts';
import { pick, type Samples } from '../train/Samples.ts';
import { withinEnds } from '../train/withinEnds.ts';
import { qualityOf } from './qualityOf.ts';
import { referenceOf, type Reference } from './Reference.ts';

/** A challenger against the score that is served. */
export interface TrialOptions {
  readonly state: LearnedState;
  readonly expert: ModelScore;
  /** What is served: the expert's, as long as nothing was learned. */
  readonly champion: ModelScore;
  readonly seed?: number;
}

/** What came of a trial. All is judged by the later period. */
export interface Trial {
  /** The challenger, or the expert's, where what is served is surely worse than that. Undefined: what is served stays. */
  readonly winner?: 'challenger' | 'expert';
  /** As it travels. */
  readonly score: ModelScore;
  readonly weights: Readonly<Partial<Record<'expert' | 'linear' | 'trees', number>>>;
  readonly auc: { readonly champion: number; readonly challenger: number; readonly expert: number };
  /** How sure it is that the challenger ranks better than what is served. */
  readonly confidence: number;
  readonly quality: ModelQuality;
  /** By how much each feature moves the logit, in the mean; the ten that move it most. */
  readonly importance: Readonly<Record<string, number>>;
  readonly threshold: number;
  readonly reference: Reference;
}

/** As much as travels: three states of such trees, and the experts' terms, are below 7 KiB as gzip. */
export const TRIAL_TREES = { rounds: 20, depth: 3, rate: 0.2, patience: 8 };
const FOLDS = 4, EXPLAINED = 200, TOLD = 10;
/** Without a cart nobody abandons one. What was learned with one says nothing about who has none, so they get next to nothing. */
const NO_CART = 8;

/** Learns a challenger step by step, and judges it by what came later. */
export function createTrial({ train, test, treatmentIsInput }: Periods, { state, expert, champion, seed = 42 }: TrialOptions, from?: LearningState): Fit<LearningState, Trial> & { readonly progress: () => number } {
  // Trees would ask for the treatment on the way to anything else; of a sum it can be taken out.
  const learning = createLearning(train, { kind: treatmentIsInput ? 'linear' : 'blend', expert, folds: FOLDS, seed, trees: TRIAL_TREES }, from);
  return {
    step: learning.step, state: learning.state, progress: learning.progress,
    result() {
      const learned = learning.result();
      const score = travelling(state, learned.score);
      const logits = evaluate(score, test);
      const against = (other: ModelScore) => evaluate(other, test);
      const [served, first] = [against(champion), against(expert)];
      const { labels, groups } = test;
      const compare = (one: ArrayLike<number>, other: ArrayLike<number>) => compareAuc(one, other, labels, groups);
      const comparison = compare(served, logits);
      // Never below the expert, nor with anything less sure.
      const wins = isBetter(comparison) && (compare(first, logits)?.difference ?? 0) >= 0;
      const toExpert = !wins && isBetter(compare(served, first));
      const threshold = bestThreshold(evaluate(score, train), train.labels);
      return {
        ...(wins ? { winner: 'challenger' as const } : toExpert && { winner: 'expert' as const }),
        score, weights: learned.weights, confidence: comparison?.confidence ?? 0,
        auc: { champion: comparison?.champion ?? NaN, challenger: comparison?.challenger ?? NaN, expert: compare(first, logits)?.champion ?? NaN },
        quality: qualityOf(logits, labels, threshold), threshold, importance: importanceOf(score, withinEnds(train)), reference: referenceOf(score, test),
      };
    },
  };
}

/** Without what no device knows: nobody was treated. */
function travelling(state: LearnedState, { bias, terms = [], trees }: ModelScore): ModelScore {
  const known = terms.filter(([name]) => name !== TREATED);
  const gate = state === 'abandon' ? { bias: bias - NO_CART, terms: [...known, ['cart.items', NO_CART, 0, 'step', 1] as const] } : { bias, ...(known.length > 0 && { terms: known }) };
  return { ...gate, ...(trees && { trees }) };
}

function importanceOf(score: ModelScore, samples: Samples): Record<string, number> {
  const { names, columns, labels } = samples;
  const every = Math.max(1, Math.ceil(labels.length / EXPLAINED));
  const some = pick(samples, Array.from({ length: Math.ceil(labels.length / every) }, (_one, at) => at * every));
  const cover = score.trees ? coverOf(score.trees, { names, columns, labels }) : [];
  const sums: Record<string, number[]> = {};
  for (let row = 0; row < some.labels.length; row++) {
    const { contributions } = explain(score, cover, Object.fromEntries(names.map((name, at) => [name, some.columns[at]![row]])));
    for (const [name, by] of Object.entries(contributions)) (sums[name] ??= []).push(by);
  }
  /** How far it moves around its own mean: what it gives to all tells nobody apart. */
  const spreadOf = (list: readonly number[]): number => {
    const mean = list.reduce((sum, by) => sum + by, 0) / list.length;
    return list.reduce((sum, by) => sum + Math.abs(by - mean), 0) / list.length;
  };
  return Object.fromEntries(Object.entries(sums).map(([name, list]) => [name, spreadOf(list)] as const).filter(([, by]) => by > 1e-6).sort((a, b) => b[1] - a[1]).slice(0, TOLD));
}
