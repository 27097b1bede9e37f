import { refuse } from '../cli/refuse.ts';
import type { Row } from '../cli/readTable.ts';

/** A data set to learn from: what to learn, and columns of numbers (NaN is unknown) and of categories. */
export interface Table {
  readonly labels: Float64Array;
  readonly numbers: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly categories: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

export interface TableOptions {
  readonly label: string;
  /** The label's value that is to be told apart; when absent 1, true or yes. */
  readonly positive?: string | undefined;
  /** Columns whose numbers are names. */
  readonly categories?: readonly string[];
  /** Columns that are left out. */
  readonly without?: readonly string[];
  /** Of a category; more say nothing of each. */
  readonly mostLevels?: number;
}

const YES = ['1', 'true', 'yes'];
const NO = ['0', 'false', 'no'];
const UNKNOWN = ['', 'na', 'nan', 'null', 'none'];

/**
 * Rows as columns: what is a number in each known cell is one, true and false are 1 and 0, anything else is a category.
 * @throws Error with a code: the label has another number of values than two, fewer than ten sessions of either, or there is nothing to learn from.
 */
export function tableOf(rows: readonly Row[], { label, positive, categories = [], without = [], mostLevels = 100 }: TableOptions): Table {
  const labels = labelsOf(rows.map((row) => row[label]!.trim()), label, positive);
  const numbers: { name: string; values: Float64Array }[] = [];
  const words: { name: string; cells: string[] }[] = [];
  for (const name of Object.keys(rows[0]!).filter((one) => one !== label && !without.includes(one))) {
    const cells = rows.map((row) => row[name]!.trim());
    const values = Float64Array.from(cells, numberOf);
    const isNumber = !categories.includes(name) && cells.every((cell, row) => !Number.isNaN(values[row]) || UNKNOWN.includes(cell.toLowerCase()));
    if (isNumber) numbers.push({ name, values });
    else if (new Set(cells).size <= mostLevels) words.push({ name, cells });
    else throw refuse('too_many', `${name} has more than ${mostLevels} different words; leave it out with --without ${name}.`);
  }
  if (!numbers.length && !words.length) throw refuse('empty', `There is no column beside ${label} to learn from.`);
  return { labels, numbers, categories: words };
}

function numberOf(cell: string): number {
  const word = cell.toLowerCase();
  return word === 'true' ? 1 : word === 'false' ? 0 : cell === '' ? NaN : Number(cell);
}

function labelsOf(cells: readonly string[], label: string, positive: string | undefined): Float64Array {
  const values = [...new Set(cells)];
  if (values.length < 2) throw refuse('too_few', `${label} is the same in every row: there is nothing to tell apart.`);
  const isYes = (cell: string): boolean => (positive === undefined ? YES.includes(cell.toLowerCase()) : cell === positive);
  const strange = positive === undefined ? values.find((cell) => !isYes(cell) && !NO.includes(cell.toLowerCase())) : values.includes(positive) ? undefined : positive;
  if (strange !== undefined) throw refuse('wrong_type', `${label} has ${values.slice(0, 5).map((cell) => `"${cell}"`).join(', ')}${values.length > 5 ? ' …' : ''}; name what is to be told apart with --positive VALUE.`);
  const labels = Float64Array.from(cells, (cell) => +isYes(cell));
  const are = labels.reduce((sum, one) => sum + one, 0);
  if (Math.min(are, labels.length - are) < 10) throw refuse('too_few', `${label}: ${are} of ${labels.length} rows are; of either kind there must be ten.`);
  return labels;
}
