import { auc, createLearning, evaluate, finish, rowsOf, splitFolds, type LearningOptions } from '@tactful/learner';
import { expertModel, type ModelScore } from '@tactful/protocol';
import { encodingOf, samplesOf } from '../learn/samplesOf.ts';
import type { Table } from '../learn/tableOf.ts';

/** What a table of exit rates would add to the expert's sum. There is none in the product yet. */
export const EXIT_WEIGHT = -40;

/** The expert's score of a buyer, with exit rates or without. */
export function expertOf(exitRates: boolean): ModelScore {
  const { bias, terms = [] } = expertModel(['likely_buyer']).states.likely_buyer!;
  return { bias, terms: exitRates ? [...terms, ['ExitRates', EXIT_WEIGHT, 0, 'identity']] : terms };
}

export interface ColdStart {
  /** AUC over the draws: the mean of what was learned, of the rules, and the least lead of what was learned. */
  readonly learned: number;
  readonly rules: number;
  readonly worst: number;
}

/** Learns from `count` sessions, drawn from all folds but one, with the expert's score blended in, and judges by that fold: each fold `draws` times. */
export function coldStart(table: Table, count: number, { draws, folds, seed, onDraw, ...options }: Partial<LearningOptions> & { readonly draws: number; readonly folds: number; readonly seed: number; readonly onDraw?: () => void }): ColdStart {
  const expert = expertOf(true);
  const fold = splitFolds(table.labels, folds, seed);
  const runs = Array.from({ length: folds * draws }, (_one, run) => {
    const [seen, left] = [rowsOf(fold, run % folds, true), rowsOf(fold, run % folds)];
    // As many parts as there are of that size: one of them is a draw with the label's share.
    const parts = Math.floor(seen.length / count);
    const drawn = rowsOf(splitFolds(Float64Array.from(seen, (row) => table.labels[row]!), parts, seed + 1 + run), 0).map((at) => seen[at]!).subarray(0, count);
    const encoding = encodingOf(table, drawn);
    const test = samplesOf(table, left, encoding);
    const { score } = finish(createLearning(samplesOf(table, drawn, encoding), { ...options, expert, seed }));
    onDraw?.();
    return { learned: auc(evaluate(score, test), test.labels), rules: auc(evaluate(expert, test), test.labels) };
  });
  const mean = (of: (run: (typeof runs)[number]) => number): number => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return { learned: mean(({ learned }) => learned), rules: mean(({ rules }) => rules), worst: Math.min(...runs.map(({ learned, rules }) => learned - rules)) };
}
