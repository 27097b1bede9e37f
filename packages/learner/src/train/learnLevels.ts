/** What each level of a category is taken for. A level that is not there is unknown. */
export type Levels = Readonly<Record<string, number>>;

/** As many sessions of the whole's share are added to each level, so that a rare one says little. */
const PRIOR = 20;

/** Levels as numbers that can be compared: the logit of the share of label 1 among a level's sessions. To two decimals, for they travel. */
export function learnLevels(cells: readonly string[], labels: ArrayLike<number>): Levels {
  const sums = new Map<string, [sessions: number, are: number]>();
  let all = 0.5;
  cells.forEach((cell, row) => {
    const sum = sums.get(cell) ?? [0, 0];
    sums.set(cell, [sum[0] + 1, sum[1] + labels[row]!]);
    all += labels[row]!;
  });
  const share = all / (cells.length + 1);
  return Object.fromEntries([...sums].map(([cell, [sessions, are]]) => {
    const rate = (are + PRIOR * share) / (sessions + PRIOR);
    return [cell, Math.round(Math.log(rate / (1 - rate)) * 100) / 100];
  }));
}

/** A category's column as numbers. */
export const encode = (cells: readonly string[], levels: Levels): Float64Array => Float64Array.from(cells, (cell) => (Object.hasOwn(levels, cell) ? levels[cell]! : NaN));
