import { createLinear, createTrees, finish, type Samples } from '@tactful/learner';
import { DecisionTreeClassifier } from 'ml-cart';
import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';

/** Milliseconds of training, medians of the rounds. */
export interface TrainingTimes {
  /** 100 trees of depth 4 over 10,000 sessions of 20 columns. */
  readonly hundredTrees: number;
  /** One tree of depth 4 over 1,000 sessions: ours, and mljs's. */
  readonly tree: number;
  readonly peerTree: number;
  /** A logistic regression of 1,000 sessions: ours to the end, mljs's for 300 steps. */
  readonly linear: number;
  readonly peerLinear: number;
}

const COLUMNS = 20, DEPTH = 4, ROUNDS = 3;

/** Times our training beside mljs's in turns, over the same made-up sessions. */
export function timeTraining(): TrainingTimes {
  const [many, few] = [madeUp(10_000), madeUp(1_000)];
  const rows = Array.from(few.labels, (_label, row) => few.columns.map((column) => column[row]!));
  const labels = Array.from(few.labels);
  const works: Record<keyof TrainingTimes, () => unknown> = {
    hundredTrees: () => finish(createTrees(many, { depth: DEPTH, rounds: 100 })),
    tree: () => finish(createTrees(few, { depth: DEPTH, rounds: 1, share: 1 })),
    peerTree: () => new DecisionTreeClassifier({ maxDepth: DEPTH, minNumSamples: 20 }).train(rows, labels),
    linear: () => finish(createLinear(few)),
    peerLinear: () => new LogisticRegression({ numSteps: 300, learningRate: 5e-3 }).train(new Matrix(rows), Matrix.columnVector(labels)),
  };
  const names = Object.keys(works) as (keyof TrainingTimes)[];
  const rounds = Array.from({ length: ROUNDS }, () => names.map((name) => {
    const start = performance.now();
    works[name]();
    return performance.now() - start;
  }));
  return Object.fromEntries(names.map((name, at) => [name, rounds.map((times) => times[at]!).sort((one, other) => one - other)[ROUNDS >> 1]!])) as unknown as TrainingTimes;
}

/** Sessions with a truth that no single column tells. */
function madeUp(count: number): Samples {
  // Park and Miller's generator: the same sessions in each run.
  let seed = 20_261_122;
  const draw = (): number => (seed = seed * 48_271 % 2_147_483_647) / 2_147_483_647;
  const columns = Array.from({ length: COLUMNS }, () => Float64Array.from({ length: count }, () => 2 * draw() - 1));
  const labels = Float64Array.from({ length: count }, (_one, row) => +(draw() < 1 / (1 + Math.exp(-2 * columns[0]![row]! - 2 * columns[1]![row]! * columns[2]![row]!))));
  return { names: columns.map((_column, at) => `x${at}`), columns, labels };
}
