/** Sessions to learn from, a list for each column. A value that is no finite number is unknown, as on the device. */
export interface Samples {
  /** One for each column, none twice: the names of features as a model knows them. */
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
  /** Of each session 1, or 0. */
  readonly labels: ArrayLike<number>;
  /** How much each session counts, above 0; 1 when absent. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Whose each session is: those of one visitor are never split between folds. Each its own when absent. */
  readonly groups?: ArrayLike<number> | undefined;
}

/** What no threshold of a model may exceed. */
const EVER = 1e12;

/** A value as the learner takes it: NaN where the device knows none, cut to the range that a model may name. */
export const known = (value: number | undefined): number => (Number.isFinite(value) ? Math.min(EVER, Math.max(-EVER, value!)) : NaN);

/** A column as the learner takes it. */
export function knownOf(column: ArrayLike<number>): Float64Array {
  const values = new Float64Array(column.length);
  for (let row = 0; row < values.length; row++) values[row] = known(column[row]);
  return values;
}

/** Some of the sessions, in the order of `rows`. */
export function pick({ names, columns, labels, weights, groups }: Samples, rows: ArrayLike<number>): Samples {
  const of = (list: ArrayLike<number>): Float64Array => {
    const picked = new Float64Array(rows.length);
    for (let at = 0; at < picked.length; at++) picked[at] = list[rows[at]!]!;
    return picked;
  };
  return { names, columns: columns.map(of), labels: of(labels), weights: weights && of(weights), groups: groups && of(groups) };
}
