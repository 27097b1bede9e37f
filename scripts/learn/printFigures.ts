import { basename } from 'node:path';
import type { Validated } from './crossValidate.ts';
import type { Table } from './tableOf.ts';

/** Prints what was learned from what, and how good it is on rows that were not seen. */
export function printFigures({ path, label, kind, folds, seed, table, validated, weights, rounds }: {
  readonly path: string; readonly label: string; readonly kind: string; readonly folds: number; readonly seed: number; readonly table: Table; readonly validated: Validated;
  readonly weights: Readonly<Record<string, number>>; readonly rounds: number;
}): void {
  const are = table.labels.reduce((sum, one) => sum + one, 0);
  const rows = table.labels.length;
  const count = (value: number): string => value.toLocaleString('en-US');
  const baseline = -(are / rows) * Math.log(are / rows) - (1 - are / rows) * Math.log(1 - are / rows);
  console.log(`${basename(path)}: ${count(rows)} rows, ${count(are)} with ${label} (${(100 * are / rows).toFixed(1)} %); ${table.numbers.length} columns of numbers, ${table.categories.length} of categories`);
  console.log(`${kind}, ${folds} folds, seed ${seed}; every row judged by a model that has not seen it\n`);
  const { auc, spread, averagePrecision, f1, logLoss, brier, calibrationError, bytes } = validated;
  const lines: readonly (readonly [string, string, string])[] = [
    ['AUC', auc.toFixed(4), `mean of the folds, ± ${spread.toFixed(4)} between them; 0.5 is chance`],
    ['average precision', averagePrecision.toFixed(4), `chance is ${(are / rows).toFixed(4)}`],
    ['F1', f1.toFixed(4), 'threshold chosen on the training folds'],
    ['log-loss', logLoss.toFixed(4), `the share alone has ${baseline.toFixed(4)}`],
    ['Brier score', brier.toFixed(4), `the share alone has ${(are / rows * (1 - are / rows)).toFixed(4)}`],
    ['calibration error', calibrationError.toFixed(4), '10 bins; 0 is best'],
    ['model, gzip', `${count(bytes)} B`, 'as JSON, the largest of the folds'],
  ];
  for (const [name, value, note] of lines) console.log(`${name.padEnd(18)} ${value.padStart(9)}   ${note}`);
  console.log(`\nLearned from all rows: ${Object.entries(weights).map(([name, weight]) => `${name} × ${weight.toFixed(2)}`).join(' + ')}${rounds ? `, ${rounds} trees` : ''}`);
}
