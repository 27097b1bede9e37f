/**
 * `npm run learn -- FILE.csv --label NAME`: learns a score from a table of sessions, one a row, and prints how good it is on rows that it has not seen. Nothing leaves the
 * machine; with `--out` the model is written as devices read it.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createLearning, DEFAULT_LEARNING } from '@tactful/learner';
import { parseModel, STATES, type IntentState } from '@tactful/protocol';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';
import { readTable } from './cli/readTable.ts';
import { crossValidate } from './learn/crossValidate.ts';
import { printFigures } from './learn/printFigures.ts';
import { encodingOf, samplesOf } from './learn/samplesOf.ts';
import { tableOf } from './learn/tableOf.ts';

const USAGE = `npm run learn -- FILE.csv[.gz] --label NAME [options]
  --label NAME            the column that tells what became of a session: 1, true or yes; 0, false or no
  --positive VALUE        the label's value that is to be told apart, where it is neither
  --model KIND            linear, trees or blend (the default)
  --positive-weight N     how many times as much a row with the label counts while learning; default 1
  --categories A,B        columns whose numbers are names
  --without A,B           columns that are left out
  --folds N               in how many parts the rows are judged by what has not seen them; 2 to 20, default 5
  --seed N                the same seed, the same model; default 42
  --state NAME            which intent it is: ${STATES.join(', ')} (default likely_buyer)
  --out FILE              write the model, learned from all rows, as JSON`;
const KINDS = ['linear', 'trees', 'blend'] as const;
const text = { type: 'string' } as const;
const { positionals: [file], values } = readArguments({
  usage: USAGE, most: 1, options: { label: text, positive: text, 'positive-weight': text, model: text, categories: text, without: text, folds: text, seed: text, state: text, out: text },
}) as { positionals: string[]; values: Partial<Record<'label' | 'positive' | 'positive-weight' | 'model' | 'categories' | 'without' | 'folds' | 'seed' | 'state' | 'out', string>> };

const oneOf = <T extends string>(value: string, list: readonly T[], name: string): T => {
  const found = list.find((one) => one === value);
  if (!found) throw new Error(`${name} is one of ${list.join(', ')}; it is "${value}".`);
  return found;
};
const listOf = (value: string | undefined): string[] => value?.split(',').map((name) => name.trim()).filter(Boolean) ?? [];

function learn(path: string, label: string): void {
  const kind = oneOf(values.model ?? 'blend', KINDS, '--model');
  const state = oneOf<IntentState>(values.state ?? 'likely_buyer', STATES, '--state');
  const folds = readCount(values.folds ?? String(DEFAULT_LEARNING.folds), { name: '--folds', least: 2, most: 20 });
  const seed = readCount(values.seed ?? String(DEFAULT_LEARNING.seed), { name: '--seed', least: 0, most: 2 ** 31 - 1 });
  const [categories, without] = [listOf(values.categories), listOf(values.without)];
  const table = tableOf(readTable(path, [label, ...categories, ...without]), { label, positive: values.positive, categories, without });

  const bar = createBar(folds + 1, 'models to learn');
  const positiveWeight = Number(values['positive-weight'] ?? 1);
  if (!(positiveWeight > 0 && positiveWeight <= 1_000)) throw new Error(`--positive-weight takes a number above 0, at most 1000; it is "${values['positive-weight']}".`);
  const options = { kind, seed, positiveWeight };
  const validated = crossValidate(table, { ...options, folds, onProgress: (done) => bar.to(done / (folds + 1)) });
  const all = Int32Array.from(table.labels.keys());
  const encoding = encodingOf(table, all);
  const learning = createLearning(samplesOf(table, all, encoding), options);
  do bar.to((folds + learning.progress()) / (folds + 1)); while (learning.step());
  bar.to(1);
  bar.end();
  const { score, weights, rounds } = learning.result();
  printFigures({ path, label, kind, folds, seed, table, validated, weights, rounds });

  const id = `learned-${createHash('sha256').update(JSON.stringify(score)).digest('hex').slice(0, 12)}`;
  const model = { id, states: { [state]: score } };
  const parsed = parseModel(model);
  const strange = [...new Set([...score.terms?.map(([name]) => name) ?? [], ...score.trees?.features ?? []])].filter((name) => !parseModel({ id, states: { [state]: { bias: 0, terms: [[name, 1, 0, 'identity']] } } }).ok);
  if (strange.length) console.log(`\nNo device knows ${strange.join(', ')}: this model can't be published. Features that devices know stand in docs/reference/features.md.`);
  else if (!parsed.ok) console.log(`\nThis model can't be published:\n${parsed.issues.map((issue) => `  ${issue.path}: ${issue.code}: ${issue.message}`).join('\n')}`);
  if (values.out === undefined) return;
  writeFileSync(values.out, `${JSON.stringify(table.categories.length ? { ...model, levels: encoding } : model)}\n`);
  console.log(`\n${values.out}: ${id}${table.categories.length ? ', with the number that each level of a category is taken for (levels)' : ''}`);
}

try {
  if (file === undefined || values.label === undefined) throw new Error(`Give a file and --label.\n\n${USAGE}`);
  learn(file, values.label);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
