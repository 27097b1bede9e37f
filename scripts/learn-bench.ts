/**
 * `npm run learn:bench -- FOLDER`: what the learner reaches on real sessions, beside goal, bound and baseline, and how long it takes beside a JavaScript peer. FOLDER holds the
 * data; the repository has no copy, and what FOLDER lacks is named and left out. Options of training are those that everybody has; they were
 * chosen on other splits of the same shoppers.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { auc, logLoss } from '@tactful/learner';
import { printGoals, type Goal } from './bench-intents/printGoals.ts';
import { timeInBrowser } from './bench-intents/timeInBrowser.ts';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { crossValidate } from './learn/crossValidate.ts';
import type { Table } from './learn/tableOf.ts';
import { agreement } from './learn-bench/agreement.ts';
import { afterAdding, afterEvents, clickSessions } from './learn-bench/clickSessions.ts';
import { coldStart } from './learn-bench/coldStart.ts';
import { inMonths } from './learn-bench/inMonths.ts';
import { shopperTable } from './learn-bench/shopperTable.ts';
import { timeTraining } from './learn-bench/timeTraining.ts';
import { findChromium } from './setup/findChromium.mjs';

const SHOPPERS = 'online_shoppers_intention.csv.gz', CLICKS = 'sample_data.csv';
const USAGE = `npm run learn:bench -- FOLDER   with ${SHOPPERS} (UCI 468, CC BY 4.0) and, for research alone, ${CLICKS} (tests/data of fidelity/seq2pat: Coveo's intent sample)`;
const FOLDS = 5, SEED = 42, DRAWS = 3;
const { positionals: [folder] } = readArguments({ usage: USAGE, most: 1 });
const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};
const has = (file: string): boolean => existsSync(join(folder ?? fail(USAGE), file));
const missing = [SHOPPERS, CLICKS].filter((file) => !has(file));
if (missing.length === 2) fail(`There is neither ${missing.join(' nor ')} in ${folder}.\n\n${USAGE}`);

const results: boolean[] = [];
const tell = (title: string, goals: readonly Goal[]): void => {
  console.log(`\n${title}`);
  results.push(printGoals(goals));
};
const validate = (table: Table, what: string) => {
  const bar = createBar(table.labels.length, `sessions to judge: ${what}`);
  const validated = crossValidate(table, { folds: FOLDS, seed: SEED, onProgress: (done) => bar.to(done / FOLDS) });
  bar.to(1);
  bar.end();
  return validated;
};
const often = (total: number, what: string) => {
  const bar = createBar(total, what);
  return { step: () => bar.step(1), end: () => bar.end() };
};

console.log(`Trees, regression and their blend, ${FOLDS} folds, seed ${SEED}: AUC is the mean of the folds, the rest is of all sessions, each by a model that has not seen it.`);
if (missing.length) console.log(`Missing, and left out: ${missing.join(', ')}.`);
try {
  if (has(SHOPPERS)) await shoppers(folder!);
  if (has(CLICKS)) clicks(join(folder!, CLICKS));
} catch (error) {
  fail((error as Error).message);
}
const times = timeTraining();
const ms = (value: number): string => `${value.toLocaleString('en-US', { maximumFractionDigits: 1 })} ms`;
console.log(`\nTraining, in this process: 100 trees of depth 4 over 10,000 sessions of 20 columns take ${ms(times.hundredTrees)}. Beside mljs, 1,000 sessions: one tree ${ms(times.tree)}, ml-cart ${ms(times.peerTree)} (${Math.round(times.peerTree / times.tree)} ×); logistic regression to its end ${ms(times.linear)}, 300 steps of ml-logistic-regression ${ms(times.peerLinear)} (${Math.round(times.peerLinear / times.linear)} ×).`);
process.exitCode = results.every(Boolean) ? 0 : 1;

async function shoppers(from: string): Promise<void> {
  const table = shopperTable(from, 'exit');
  const share = table.labels.reduce((sum, one) => sum + one, 0) / table.labels.length;
  const constant = logLoss(table.labels.map(() => Math.log(share / (1 - share))), table.labels);
  const exit = validate(table, 'shoppers, exit rates known');
  const page = validate(shopperTable(from, 'page'), 'shoppers, the page alone');
  const all = validate(shopperTable(from, 'all'), 'shoppers, all columns');
  tell('UCI Online Shoppers: who buys', [
    { what: '1  the page and exit rates (ExitRates, BounceRates): AUC', is: exit.auc, goal: 0.785, bound: 0.775, baseline: 0.5, better: 'more' },
    { what: '   the model as it travels: gzip', is: exit.bytes, goal: 7_168, better: 'less', digits: 0, unit: 'B' },
    { what: '2  the same, all sessions together: AUC', is: auc(exit.logits, table.labels), goal: 0.787, bound: 0.775, baseline: 0.5, better: 'more' },
    { what: '   calibration error, 10 bins', is: exit.calibrationError, goal: 0.015, bound: 0.03, better: 'less' },
    { what: '   log-loss', is: exit.logLoss, goal: 0.36, bound: 0.37, baseline: constant, better: 'less' },
    { what: '3  the page alone: AUC', is: page.auc, goal: 0.768, bound: 0.755, baseline: 0.5, better: 'more' },
    { what: '4  all columns, PageValues (made of sales) among them: AUC', is: all.auc, goal: 0.934, bound: 0.93, baseline: 0.5, better: 'more' },
    { what: '   average precision', is: all.averagePrecision, goal: 0.753, baseline: share, better: 'more' },
    { what: '   F1, threshold from the training folds', is: all.f1, goal: 0.69, better: 'more' },
  ]);

  const models = [exit, page, all].flatMap(({ models: of }) => of).map(({ learned, test }) => ({ form: learned.score, test }));
  const same = agreement(models);
  const { form, test } = models[0]!;
  const sessions = Array.from({ length: 1_000 }, (_one, row) => Object.fromEntries(test.names.map((name, at) => [name, test.columns[at]![row]])));
  const executablePath = findChromium();
  const browser = executablePath && await timeInBrowser(executablePath, JSON.stringify(form), sessions);
  tell(`Scoring, ${same.predictions.toLocaleString('en-US')} predictions${browser ? '; the built engine in Chromium, processor four times slower' : '; Chromium is not installed, so no times'}`, [
    ...(browser ? [
      { what: `5  one score with its contributions, ${form.trees?.roots.length ?? 0} trees: p99`, is: browser.p99, goal: 20, bound: 50, better: 'less', digits: 1, unit: 'µs' },
      { what: '   reading the JSON: p99', is: browser.parse, goal: 2, better: 'less', digits: 2, unit: 'ms' },
    ] as const : []),
    { what: '   device against trainer: greatest gap', is: same.device, goal: 1e-9, better: 'less', digits: 9 },
    { what: '6  contributions on the device against the logit: greatest gap', is: same.path, goal: 1e-6, better: 'less', digits: 9 },
    { what: '   Shapley values against the logit: greatest gap', is: same.shapley, goal: 1e-6, better: 'less', digits: 9 },
  ]);

  const bar = often(2 * FOLDS * DRAWS, 'draws of few sessions');
  const cold = [1_000, 3_000].map((count) => coldStart(table, count, { draws: DRAWS, folds: FOLDS, seed: SEED, onDraw: bar.step }));
  bar.end();
  tell(`Few sessions, the expert's score blended in; ${FOLDS * DRAWS} draws of each size, judged by the fold that was left out`, [
    { what: '8  1,000 sessions: AUC', is: cold[0]!.learned, goal: 0.751, bound: 0.741, baseline: cold[0]!.rules, better: 'more' },
    { what: '   3,000 sessions: AUC', is: cold[1]!.learned, goal: 0.772, bound: 0.753, baseline: cold[1]!.rules, better: 'more' },
    { what: '   least lead over the rules in any draw', is: Math.min(...cold.map(({ worst }) => worst)), goal: 0, bound: 0, better: 'more' },
  ]);

  const months = often(FOLDS + 1, 'times learned, months in order');
  const order = inMonths(table, { folds: FOLDS, seed: SEED, onFold: months.step });
  months.end();
  tell(`Months in order, the month no column, older sessions counting less where that proves better in the newest month trained on; AUC in November: the rules ${order.rules.toFixed(3)}, what was learned before it ${order.before.toFixed(3)}; learned again with four fifths of it`, [
    { what: '9  November after retraining: AUC', is: order.after, goal: 0.735, bound: 0.725, baseline: order.rules, better: 'more' },
    { what: `   drift of the score (PSI) when the alarm was raised, after ${order.alarmAfter} of November's sessions`, is: order.drift, goal: 0.2, bound: 0.2, better: 'more' },
  ]);
}

function clicks(path: string): void {
  const sessions = clickSessions(path);
  const [cart, ...events] = [afterAdding(sessions, 4), ...[5, 10, 15].map((count) => afterEvents(sessions, count))] as [Table, ...Table[]];
  const areas = events.map((table, at) => validate(table, `clicks, ${[5, 10, 15][at]} events`).auc);
  const abandoned = validate(cart, 'clicks, cart').auc;
  tell('Coveo, who buys, after the first events of longer sessions (research only: nothing of it is kept)', [
    { what: `11 after 5 events, ${events[0]!.labels.length} sessions: AUC`, is: areas[0]!, goal: 0.7, bound: 0.68, baseline: 0.5, better: 'more' },
    { what: `   after 10 events, ${events[1]!.labels.length} sessions: AUC`, is: areas[1]!, goal: 0.79, bound: 0.77, baseline: 0.5, better: 'more' },
    { what: `   after 15 events, ${events[2]!.labels.length} sessions: AUC`, is: areas[2]!, goal: 0.79, bound: 0.77, baseline: 0.5, better: 'more' },
    { what: `12 cart left behind, 4 events after adding, ${cart.labels.length} sessions: AUC`, is: abandoned, goal: 0.66, bound: 0.6, baseline: 0.5, better: 'more' },
  ]);
}
