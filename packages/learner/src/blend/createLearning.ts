import type { ModelScore } from '@tactful/protocol';
import { createLinear, type LinearOptions, type LinearState } from '../train/createLinear.ts';
import { bestOf, createTrees, type TreeOptions, type TreeState } from '../train/createTrees.ts';
import type { Fit } from '../train/Fit.ts';
import { pick, type Samples } from '../train/Samples.ts';
import { rowsOf, splitFolds } from '../train/splitFolds.ts';
import { blend } from './blend.ts';
import { evaluate } from './evaluate.ts';
import { scoreOfTrees } from './scoreOfTrees.ts';
import { stack } from './stack.ts';

export interface LearningOptions {
  /** What learns: a logistic regression, boosted trees, or both, weighed by how well they do on what they have not seen. */
  readonly kind: 'linear' | 'trees' | 'blend';
  /** What was known before: it goes into the blend, and with few sessions it is most of it. */
  readonly expert?: ModelScore | undefined;
  /** Into how many parts the sessions are split, so that each is judged by what has not seen it. 2 or more. */
  readonly folds: number;
  readonly seed: number;
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

const DEFAULTS: LearningOptions = { kind: 'blend', folds: 5, seed: 42 };

/**
 * Learns one state's score from sessions, step by step: cross-validates each kind, lets the folds say how many trees are best, weighs the parts by what they
 * say of sessions that they have not seen, and fits them once more to all.
 */
export function createLearning(samples: Samples, options: Partial<LearningOptions> = {}, from?: LearningState): Fit<LearningState, Learned> & { readonly progress: () => number } {
  const { kind, expert, folds, seed, linear, trees } = { ...DEFAULTS, ...options };
  const kinds = kind === 'blend' ? ['linear', 'trees'] as const : [kind] as const;
  const fold = splitFolds(samples.labels, folds, seed);
  const total = kinds.length * (folds + 1);
  const sidesOf = (part: number): [Samples, Samples?] => (part < folds ? [pick(samples, rowsOf(fold, part, true)), pick(samples, rowsOf(fold, part))] : [samples]);
  const states: (LinearState | TreeState)[] = [...from?.fits ?? []];
  const treeFit = (part: number, state?: TreeState) => {
    const [own, heldBack] = sidesOf(part);
    return createTrees(own, { ...trees, seed: seed + part, ...(heldBack ? {} : { rounds: bestRounds() }) }, heldBack, state);
  };
  const linearFit = (part: number, state?: LinearState) => createLinear(sidesOf(part)[0], linear, state);
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
  const scoreOf = (name: 'linear' | 'trees', part: number): ModelScore => (name === 'linear' ? linearFit(part, states[first(name) + part] as LinearState).result()
    : scoreOfTrees(treeFit(part, states[first(name) + part] as TreeState).result(), bestRounds()));
  /** What the kind says of each session by the fold that left it out. */
  const unseen = (name: 'linear' | 'trees'): Float64Array => {
    const logits = new Float64Array(fold.length);
    for (let part = 0; part < folds; part++) {
      const rows = rowsOf(fold, part);
      evaluate(scoreOf(name, part), pick(samples, rows)).forEach((logit, index) => { logits[rows[index]!] = logit; });
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
      const parts = names.map((name) => (name === 'expert' ? evaluate(expert!, samples) : unseen(name)));
      const { weights, offset } = stack(parts, samples.labels, { weights: samples.weights });
      const scores = names.map((name) => (name === 'expert' ? expert! : scoreOf(name, folds)));
      const logits = new Float64Array(fold.length).map((_zero, row) => parts.reduce((sum, part, index) => sum + weights[index]! * part[row]!, offset));
      return {
        score: blend(scores.map((score, index) => ({ score, weight: weights[index]! })), offset),
        weights: Object.fromEntries(names.map((name, index) => [name, weights[index]!])),
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
