import type { ModelScore } from '@tactful/protocol';
import { auc } from '../judge/auc.ts';
import { createLinear, type LinearOptions, type LinearState } from '../train/createLinear.ts';
import { bestOf, createTrees, type TreeOptions, type TreeState } from '../train/createTrees.ts';
import type { Fit } from '../train/Fit.ts';
import { pick, type Samples } from '../train/Samples.ts';
import { rowsOf, splitFolds } from '../train/splitFolds.ts';
import { withinEnds } from '../train/withinEnds.ts';
import { blend } from './blend.ts';
import { evaluate } from './evaluate.ts';
import { scoreOfTrees } from './scoreOfTrees.ts';
import { stack, type Stacked } from './stack.ts';

export interface LearningOptions {
  /** What learns: a logistic regression, boosted trees, or both, weighed by how well they do on what they have not seen. */
  readonly kind: 'linear' | 'trees' | 'blend';
  /** What was known before: it goes into the blend, and with few sessions it is most of it. Its terms and trees count among those that devices take. */
  readonly expert?: ModelScore | undefined;
  /** Into how many parts the sessions are split, so that each is judged by what has not seen it. 2 or more. */
  readonly folds: number;
  readonly seed: number;
  /** How many times as much a session with label 1 counts while parts are fitted, above 0. Calibration takes it back: probabilities stay those of the sessions. */
  readonly positiveWeight: number;
  readonly linear?: Partial<LinearOptions> | undefined;
  readonly trees?: Partial<TreeOptions> | undefined;
}

/** Each fit in its order: linear ones of each fold and of all, then the trees'. The last may be under way. */
export interface LearningState { readonly fits: readonly (LinearState | TreeState)[] }

/** What has been learned. */
export interface Learned {
  /** Calibrated, as it travels. */
  readonly score: ModelScore;
  /** How much each part says in it. */
  readonly weights: Readonly<Partial<Record<'expert' | 'linear' | 'trees', number>>>;
  /** How many trees the folds agreed on. */
  readonly rounds: number;
  /** Of each session the logit by parts that have not seen it. */
  readonly logits: Float64Array;
}

export const DEFAULT_LEARNING: LearningOptions = { kind: 'blend', folds: 5, seed: 42, positiveWeight: 1 };

/** How firmly the blend holds on to the expert, as a penalty: with a few hundred sessions it is the expert, with some thousand it has learned. */
const TRUST = 20;

/**
 * Learns one state's score from sessions, step by step: cross-validates each kind, lets the folds say how many trees are best, weighs the parts by what they
 * say of sessions that they have not seen, and fits them once more to all.
 */
export function createLearning(samples: Samples, options: Partial<LearningOptions> = {}, from?: LearningState): Fit<LearningState, Learned> & { readonly progress: () => number } {
  const { kind, expert, folds, seed, positiveWeight, linear, trees: treeOptions } = { ...DEFAULT_LEARNING, ...options };
  const kinds = kind === 'blend' ? ['linear', 'trees'] as const : [kind] as const;
  // A tree asks for the order of values alone; a sum is moved by how large they are.
  const bounded = withinEnds(samples);
  const fold = splitFolds(samples.labels, folds, seed, samples.groups);
  const weighed = positiveWeight === 1 ? {} : { weights: Float64Array.from(samples.labels, (label, row) => (samples.weights?.[row] ?? 1) * (label ? positiveWeight : 1)) };
  const fitted = { linear: { ...bounded, ...weighed }, trees: { ...samples, ...weighed } };
  const total = kinds.length * (folds + 1);
  const sidesOf = (all: Samples, part: number): [Samples, Samples?] => (part < folds ? [pick(all, rowsOf(fold, part, true)), pick(all, rowsOf(fold, part))] : [all]);
  const states: (LinearState | TreeState)[] = [...from?.fits ?? []];
  const treeFit = (part: number, state?: TreeState) => {
    const [own, heldBack] = sidesOf(fitted.trees, part);
    return createTrees(own, { ...treeOptions, seed: seed + part, ...(heldBack ? {} : { rounds: bestRounds() }) }, heldBack, state);
  };
  const linearFit = (part: number, state?: LinearState) => createLinear(sidesOf(fitted.linear, part)[0], linear, state);
  const fitOf = (index: number): Fit<LinearState | TreeState, unknown> => {
    const [part, state] = [index % (folds + 1), states[index]];
    return kinds[Math.floor(index / (folds + 1))] === 'trees' ? treeFit(part, state as TreeState) : linearFit(part, state as LinearState);
  };
  const first = (name: 'linear' | 'trees'): number => (kinds as readonly string[]).indexOf(name) * (folds + 1);
  let at = Math.max(0, states.length - 1);
  let fit = fitOf(at);

  /** The count of trees with the least loss over all folds. A fold that had ended keeps its last. */
  function bestRounds(): number {
    const curves = states.slice(first('trees'), first('trees') + folds).map((state) => (state as TreeState).losses);
    const longest = Math.max(...curves.map(({ length }) => length));
    return bestOf(Array.from({ length: longest }, (_one, count) => curves.reduce((sum, losses) => sum + (losses[count] ?? losses.at(-1)!), 0)));
  }
  const scoreOf = (name: 'linear' | 'trees', part: number): ModelScore => {
    const state = states[first(name) + part];
    if (name === 'linear') return linearFit(part, state as LinearState).result();
    const { base, losses, ...trees } = state as TreeState;
    return scoreOfTrees({ base, losses, trees: { features: samples.names, ...trees } }, bestRounds());
  };
  /** What the kind says of each session by the fold that left it out. */
  const unseen = (name: 'linear' | 'trees'): Float64Array => {
    const logits = new Float64Array(fold.length);
    for (let part = 0; part < folds; part++) {
      const rows = rowsOf(fold, part);
      evaluate(scoreOf(name, part), pick(name === 'trees' ? samples : bounded, rows)).forEach((logit, index) => { logits[rows[index]!] = logit; });
    }
    return logits;
  };

  return {
    step() {
      if (at >= total) return false;
      const more = fit.step();
      states[at] = fit.state();
      if (!more && ++at < total) fit = fitOf(at);
      return at < total;
    },
    state: () => ({ fits: [...states] }),
    progress: () => at / total,
    result() {
      const names = [...expert ? ['expert'] as const : [], ...kinds];
      const parts = names.map((name) => (name === 'expert' ? evaluate(expert!, bounded) : unseen(name)));
      const weigh = (some: readonly Float64Array[], toward?: readonly number[]): Stacked & { readonly logits: Float64Array } => {
        const { weights, offset } = stack(some, samples.labels, { weights: samples.weights, ...(toward && { toward, l2: TRUST }) });
        return { weights, offset, logits: new Float64Array(fold.length).map((_zero, row) => some.reduce((sum, part, index) => sum + weights[index]! * part[row]!, offset)) };
      };
      const alone = expert && weigh([parts[0]!]);
      let found = weigh(parts, alone && parts.map((_part, index) => (index ? 0 : alone.weights[0]!)));
      // What was learned and ranks no better than the expert does, on what it has not seen, is not taken.
      if (alone && !(auc(found.logits, samples.labels) > auc(alone.logits, samples.labels))) found = alone;
      const { weights, offset, logits } = found;
      const scores = names.slice(0, weights.length).map((name) => (name === 'expert' ? expert! : scoreOf(name, folds)));
      return {
        score: blend(scores.map((score, index) => ({ score, weight: weights[index]! })), offset),
        weights: Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])),
        rounds: (kinds as readonly string[]).includes('trees') ? bestRounds() : 0,
        logits,
      };
    },
  };
}

/** Takes all steps. */
export function finish<State, Result>(fit: Fit<State, Result>): Result {
  while (fit.step());
  return fit.result();
}
