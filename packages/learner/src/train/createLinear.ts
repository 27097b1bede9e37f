import type { ModelScore, ModelTerm } from '@tactful/protocol';
import type { Fit } from './Fit.ts';
import { knownOf, type Samples } from './Samples.ts';
import { newtonStep } from './solveLogistic.ts';

export interface LinearOptions {
  /** How strongly weights are drawn to 0, of standardized columns; as many sessions' worth. Above 0. */
  readonly l2: number;
}
export const LINEAR: LinearOptions = { l2: 5 };

/** Where Newton's steps have come to. */
export interface LinearState {
  /** Of each column that is used, standardized, and the bias last. */
  readonly weights: readonly number[];
  readonly steps: number;
  readonly done: boolean;
}

const MOST_STEPS = 30;

/**
 * Logistic regression with an L2 penalty on standardized columns, by Newton's method: a step is one pass over the sessions. A column that grows
 * long to the right goes in as `log1p`, any other as it is, and no further than it was seen. What is unknown is taken for the mean; a column that tells nothing is left out.
 */
export function createLinear(samples: Samples, options: Partial<LinearOptions> = {}, from?: LinearState): Fit<LinearState, ModelScore> {
  const { l2 } = { ...LINEAR, ...options };
  const used = samples.columns.map((column, at) => standardize(samples.names[at]!, column)).filter((one) => one !== undefined);
  const problem = { columns: used.map(({ values }) => values), labels: samples.labels, weights: samples.weights, l2 };
  let { weights, steps, done }: LinearState = from ?? { weights: [...used.map(() => 0), baseLogit(samples)], steps: 0, done: !used.length };
  return {
    step() {
      if (done) return false;
      const next = newtonStep(problem, weights);
      done = ++steps >= MOST_STEPS || next.every((weight, at) => Math.abs(weight - weights[at]!) < 1e-8);
      weights = next;
      return !done;
    },
    state: () => ({ weights, steps, done }),
    result() {
      let bias = weights[used.length]!;
      const terms = used.map(({ name, isLog, mean, deviation, least, most }, at): ModelTerm => {
        const weight = weights[at]! / deviation;
        bias -= weight * (isLog ? mean : mean - least);
        if (isLog) return [name, weight, Math.expm1(mean), 'log1p'];
        const [low, high] = [least, most].map((end) => fewDigits(end, most - least)) as [number, number];
        bias += weight * (low - least);
        return [name, weight * (high - low), mean, 'ramp', low, high];
      });
      return { bias, terms };
    },
  };
}

/** A value to a hundredth of a span: it travels. */
const fewDigits = (value: number, span: number): number => Number(value.toFixed(Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(span))))));

/** The logit of the share of sessions with label 1, half a session of each kind added, so that it is finite. */
export function baseLogit({ labels, weights }: Samples): number {
  const sums = [0.5, 0.5];
  for (let row = 0; row < labels.length; row++) sums[labels[row]! ? 1 : 0]! += weights?.[row] ?? 1;
  return Math.log(sums[1]! / sums[0]!);
}

interface Standardized { readonly name: string; readonly isLog: boolean; readonly mean: number; readonly deviation: number; readonly least: number; readonly most: number; readonly values: Float64Array }

function standardize(name: string, column: ArrayLike<number>): Standardized | undefined {
  const raw = knownOf(column);
  const plain = momentsOf(raw);
  // What differs by less than a millionth could not be told apart once its weight is cut to six digits.
  if (!(plain.deviation > 1e-6 * Math.max(1e-3, Math.abs(plain.mean)))) return undefined;
  const logs = plain.least >= 0 ? raw.map(Math.log1p) : raw;
  const bent = momentsOf(logs);
  const isLog = bent.skew < 0.9 * plain.skew;
  const values = isLog ? logs : raw;
  const { mean, deviation } = isLog ? bent : plain;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    values[row] = value === value ? (value - mean) / deviation : 0;
  }
  return { name, isLog, mean, deviation, least: plain.least, most: plain.most, values };
}

/** Of what is known: mean, standard deviation, how lopsided (absolute skewness), the least and the most. */
function momentsOf(values: Float64Array): { readonly mean: number; readonly deviation: number; readonly skew: number; readonly least: number; readonly most: number } {
  let [count, sum, least, most] = [0, 0, Infinity, -Infinity];
  for (const value of values) {
    if (value !== value) continue;
    count++;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const mean = sum / count;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    if (value !== value) continue;
    squares += (value - mean) ** 2;
    cubes += (value - mean) ** 3;
  }
  const deviation = Math.sqrt(squares / count);
  return { mean, deviation, skew: Math.abs(cubes / count / deviation ** 3), least, most };
}
