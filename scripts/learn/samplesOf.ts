import { encode, learnLevels, type Levels, type Samples } from '@tactful/learner';
import type { Table } from './tableOf.ts';

/** Of each category what its levels are taken for. */
export type Encoding = Readonly<Record<string, Levels>>;

/** What the levels of each category are taken for, learned from some of the rows. */
export const encodingOf = ({ categories, labels }: Table, rows: Int32Array): Encoding =>
  Object.fromEntries(categories.map(({ name, cells }) => [name, learnLevels(Array.from(rows, (row) => cells[row]!), Float64Array.from(rows, (row) => labels[row]!))]));

/** Some of a table's rows as the learner takes them. */
export const samplesOf = ({ numbers, categories, labels }: Table, rows: Int32Array, encoding: Encoding): Samples => ({
  names: [...numbers, ...categories].map(({ name }) => name),
  columns: [
    ...numbers.map(({ values }) => Float64Array.from(rows, (row) => values[row]!)),
    ...categories.map(({ name, cells }) => encode(Array.from(rows, (row) => cells[row]!), encoding[name]!)),
  ],
  labels: Float64Array.from(rows, (row) => labels[row]!),
});
