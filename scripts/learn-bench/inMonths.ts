import { auc, createLearning, DRIFTED, evaluate, finish, psi, rowsOf, splitFolds } from '@tactful/learner';
import { encodingOf, samplesOf } from '../learn/samplesOf.ts';
import type { Table } from '../learn/tableOf.ts';
import { expertOf } from './coldStart.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'];
const NOVEMBER = 'Nov';
/** After so many months a session counts half as much. Which it is, a part of the newest month that is trained on says. */
const HALF_LIVES = [Infinity, 2, 1];
const PARTS = 4;
/** Sessions between two looks at the drift. */
const LOOK = 250;

export interface InMonths {
  /** AUC in November of what was learned before it, and of what was learned again with four fifths of it, of the fifth that was left out. */
  readonly before: number;
  readonly after: number;
  /** AUC of the expert's rules in November. */
  readonly rules: number;
  /** After how many of November's sessions, in the order of the file, the score's drift was told; NaN if never. */
  readonly alarmAfter: number;
  readonly drift: number;
}

/** The months in order: learned before November, watched in it, learned again with it. The month itself is no column: all sessions of one moment share it. */
export function inMonths({ labels, numbers, categories }: Table, { folds, seed, onFold }: { readonly folds: number; readonly seed: number; readonly onFold: () => void }): InMonths {
  const months = categories.find(({ name }) => name === 'Month')!.cells;
  const table: Table = { labels, numbers, categories: categories.filter(({ name }) => name !== 'Month') };
  const rowsIn = (is: (month: string) => boolean): Int32Array => Int32Array.from(months.keys()).filter((row) => is(months[row]!));
  const [earlier, november] = [rowsIn((month) => MONTHS.includes(month) && month !== NOVEMBER), rowsIn((month) => month === NOVEMBER)];
  const monthOf = (row: number): number => MONTHS.indexOf(months[row]!);
  const newestOf = (rows: Int32Array): number => rows.reduce((last, row) => Math.max(last, monthOf(row)), 0);
  const expert = expertOf(true);
  const aucOf = (logits: Float64Array, rows: Int32Array): number => auc(logits, Float64Array.from(rows, (row) => labels[row]!));
  const fit = (rows: Int32Array, halfLife: number) => {
    const encoding = encodingOf(table, rows);
    const newest = newestOf(rows);
    const samples = { ...samplesOf(table, rows, encoding), weights: Float64Array.from(rows, (row) => 0.5 ** ((newest - monthOf(row)) / halfLife)) };
    const { score, logits } = finish(createLearning(samples, { expert, seed }));
    return { logits, say: (some: Int32Array): Float64Array => evaluate(score, samplesOf(table, some, encoding)) };
  };
  const learn = (rows: Int32Array) => {
    const newest = newestOf(rows);
    const last = rows.filter((row) => monthOf(row) === newest);
    const judged = new Set(rowsOf(splitFolds(Float64Array.from(last, (row) => labels[row]!), PARTS, seed), 0).map((at) => last[at]!));
    const [seen, left] = [rows.filter((row) => !judged.has(row)), rows.filter((row) => judged.has(row))];
    const areas = HALF_LIVES.map((halfLife) => aucOf(fit(seen, halfLife).say(left), left));
    const learned = fit(rows, HALF_LIVES[areas.indexOf(Math.max(...areas))]!);
    onFold();
    return learned;
  };

  const champion = learn(earlier);
  const said = champion.say(november);
  const looks = Array.from({ length: Math.floor(november.length / LOOK) }, (_one, at) => (at + 1) * LOOK);
  const drifts = looks.map((end) => psi(champion.logits, said.subarray(end - LOOK, end)));
  const fold = splitFolds(Float64Array.from(november, (row) => labels[row]!), folds, seed);
  const areas = Array.from({ length: folds }, (_one, part) => {
    const of = (others: boolean): Int32Array => rowsOf(fold, part, others).map((at) => november[at]!);
    return aucOf(learn(Int32Array.from([...earlier, ...of(true)])).say(of(false)), of(false));
  });
  const alarm = drifts.findIndex((drift) => drift >= DRIFTED);
  return { rules: aucOf(evaluate(expert, samplesOf(table, november, encodingOf(table, november))), november), before: aucOf(said, november), after: areas.reduce((sum, area) => sum + area, 0) / folds, alarmAfter: looks[alarm] ?? NaN, drift: drifts[alarm] ?? NaN };
}
