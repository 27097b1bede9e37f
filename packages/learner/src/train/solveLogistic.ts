/** What is solved: the penalised sum of the logistic loss over the rows. The bias is the last of the weights and never penalised. */
export interface Logistic {
  readonly columns: readonly Float64Array[];
  readonly labels: ArrayLike<number>;
  readonly weights?: ArrayLike<number> | undefined;
  /** Of each column: half of this times the squared distance of its weight from `toward` is added to the loss. */
  readonly l2: number;
  /** Where the weights are drawn to; all 0 when absent. */
  readonly toward?: readonly number[] | undefined;
}

/** A bias further away says nothing more, and where only one label is seen it would go on for ever. */
const FAR = 30;

/** ln(1 + e^x) that neither overflows nor loses what is small. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The weights after one step of Newton's method, halved until the loss no longer rises. */
export function newtonStep(problem: Logistic, from: readonly number[]): number[] {
  const { columns, labels, weights, l2, toward } = problem;
  const [rows, size] = [labels.length, columns.length + 1];
  const gradient = new Float64Array(size);
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const [slope, bend] = [logitsOf(columns, from, rows), new Float64Array(rows)];
  for (let row = 0; row < rows; row++) {
    const p = sigmoid(slope[row]!);
    const weight = weights ? weights[row]! : 1;
    slope[row] = weight * (p - labels[row]!);
    bend[row] = weight * p * (1 - p);
  }
  const ones = new Float64Array(rows).fill(1);
  const bent = new Float64Array(rows);
  for (let a = 0; a < size; a++) {
    const one = columns[a] ?? ones;
    for (let row = 0; row < rows; row++) bent[row] = bend[row]! * one[row]!;
    for (let b = 0; b <= a; b++) matrix[a]![b] = dot(bent, columns[b] ?? ones);
    const isBias = a === size - 1;
    gradient[a] = dot(slope, one) + (isBias ? 0 : l2 * (from[a]! - (toward?.[a] ?? 0)));
    matrix[a]![a]! += isBias ? 1e-9 : l2;
  }
  const direction = solve(matrix, gradient);
  const before = lossOf(problem, from);
  for (let length = 1; length > 1e-6; length /= 2) {
    const to = from.map((weight, at) => weight - length * direction[at]!);
    to[size - 1] = Math.min(FAR, Math.max(-FAR, to[size - 1]!));
    if (lossOf(problem, to) <= before) return to;
  }
  return [...from];
}

/** The weights that the steps lead to; they stop when none moves by 1e-9, at the latest after 50. */
export function solveLogistic(problem: Logistic, from: readonly number[] = [...problem.toward ?? problem.columns.map(() => 0), 0]): number[] {
  let weights = [...from];
  for (let left = 50; left; left--) {
    const next = newtonStep(problem, weights);
    const moved = Math.max(...next.map((weight, at) => Math.abs(weight - weights[at]!)));
    weights = next;
    if (moved < 1e-9) break;
  }
  return weights;
}

function logitsOf(columns: readonly Float64Array[], weights: readonly number[], rows: number): Float64Array {
  const logits = new Float64Array(rows).fill(weights[columns.length]!);
  columns.forEach((column, at) => {
    const weight = weights[at]!;
    for (let row = 0; row < rows; row++) logits[row]! += weight * column[row]!;
  });
  return logits;
}

function lossOf({ columns, labels, weights: counts, l2, toward }: Logistic, weights: readonly number[]): number {
  const logits = logitsOf(columns, weights, labels.length);
  let loss = 0;
  for (let row = 0; row < logits.length; row++) loss += (counts?.[row] ?? 1) * (softplus(logits[row]!) - labels[row]! * logits[row]!);
  columns.forEach((_column, at) => { loss += l2 / 2 * (weights[at]! - (toward?.[at] ?? 0)) ** 2; });
  return loss;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]!;
  return sum;
}

/** Solves `matrix · x = right` by Cholesky's method; the matrix is symmetric and positive, and is written over. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const x = right.slice();
  for (let a = 0; a < size; a++) {
    const row = matrix[a]!;
    for (let b = 0; b <= a; b++) {
      let sum = row[b]!;
      for (let c = 0; c < b; c++) sum -= row[c]! * matrix[b]![c]!;
      row[b] = a === b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[b]![b]!;
    }
    for (let b = 0; b < a; b++) x[a]! -= row[b]! * x[b]!;
    x[a]! /= row[a]!;
  }
  for (let a = size - 1; a >= 0; a--) {
    for (let b = a + 1; b < size; b++) x[a]! -= matrix[b]![a]! * x[b]!;
    x[a]! /= matrix[a]![a]!;
  }
  return x;
}
