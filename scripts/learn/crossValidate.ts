import { auc, bestThreshold, createLearning, evaluate, f1, rowsOf, splitFolds, type Learned, type LearningOptions, type Samples } from '@tactful/learner';
import { encodingOf, samplesOf } from './samplesOf.ts';
import { figuresOf, type Figures } from './figuresOf.ts';
import type { Table } from './tableOf.ts';

export interface Validated extends Figures {
  /** The mean of the folds' areas, and their standard deviation. */
  readonly auc: number;
  readonly spread: number;
  /** Of each row, by a model that has not seen it. */
  readonly logits: Float64Array;
  readonly models: readonly { readonly learned: Learned; readonly test: Samples }[];
}

export interface Validation extends Partial<LearningOptions> {
  readonly folds: number;
  readonly seed: number;
  /** Told how many folds are done, the one under way in part. */
  readonly onProgress?: (folds: number) => void;
}

/**
 * Judges what is learned from all folds but one by that one, each in turn: encoding of categories, count of trees, weights and calibration are all learned anew
 * without it. The threshold of F1 is chosen on what was trained on, too.
 */
export function crossValidate(table: Table, { folds, seed, onProgress, ...options }: Validation): Validated {
  const fold = splitFolds(table.labels, folds, seed);
  const logits = new Float64Array(fold.length);
  const said = new Uint8Array(fold.length);
  const models = Array.from({ length: folds }, (_one, part) => {
    const [seen, left] = [rowsOf(fold, part, true), rowsOf(fold, part)];
    const encoding = encodingOf(table, seen);
    const train = samplesOf(table, seen, encoding);
    const learning = createLearning(train, { ...options, seed });
    do onProgress?.(part + learning.progress()); while (learning.step());
    const learned = learning.result();
    const test = samplesOf(table, left, encoding);
    const threshold = bestThreshold(learned.logits, train.labels);
    evaluate(learned.score, test).forEach((logit, at) => {
      logits[left[at]!] = logit;
      said[left[at]!] = +(logit >= threshold);
    });
    return { learned, test };
  });
  const areas = models.map(({ learned, test }) => auc(evaluate(learned.score, test), test.labels));
  const mean = areas.reduce((sum, area) => sum + area, 0) / folds;
  return {
    ...figuresOf(logits, table.labels, models.map(({ learned }) => learned.score)),
    f1: f1(said, table.labels, 1),
    auc: mean,
    spread: Math.sqrt(areas.reduce((sum, area) => sum + (area - mean) ** 2, 0) / (folds - 1)),
    logits,
    models,
  };
}
