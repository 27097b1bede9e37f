/**
 * `npm run bench:intents -- FOLDER`: how well the expert scores rank people who were watched elsewhere, what scores cost, and
 * whether contributions add up. FOLDER holds the UCI Online Shoppers and iWeb files; the repository has no copy. The scorer, the
 * scores and the names of the features are the product's; only the reading of each file is the bench's own.
 */
import { gzipSync } from 'node:zlib';
import { score } from '@tactful/engine';
import { auc } from '@tactful/learner';
import { expertModel, parseModel, STATES, type ModelScore } from '@tactful/protocol';
import { fullTrees } from './bench-intents/fullTrees.ts';
import { printGoals } from './bench-intents/printGoals.ts';
import { shopperSessions, type Session } from './bench-intents/shopperSessions.ts';
import { timeInBrowser } from './bench-intents/timeInBrowser.ts';
import { timeScores } from './bench-intents/timeScores.ts';
import { waitingSessions } from './bench-intents/waitingSessions.ts';
import { EXIT_WEIGHT } from './learn-bench/coldStart.ts';
import { readArguments } from './cli/readArguments.mjs';
import { findChromium } from './setup/findChromium.mjs';

const USAGE = 'npm run bench:intents -- FOLDER   with online_shoppers_intention.csv.gz (UCI 468) and iweb_raw_data.csv.gz (hzjahromi/iweb)';
const { positionals: [folder] } = readArguments({ usage: USAGE, most: 1 });
const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};
const read = <T>(from: (folder: string) => readonly T[]): readonly T[] => {
  try {
    return from(folder ?? fail(USAGE));
  } catch (error) {
    return fail((error as Error).message);
  }
};
const shoppers = read(shopperSessions);
const waiting = read(waitingSessions);

const { likely_buyer: buyer, struggle } = expertModel(['likely_buyer', 'struggle']).states as Record<'likely_buyer' | 'struggle', ModelScore>;
const forest = fullTrees(50, 4);
const json = JSON.stringify({ id: 'm', states: { likely_buyer: forest } });
if (!parseModel(JSON.parse(json)).ok) fail('The trees of the bench are no model that could be published.');

/** The greatest difference, over every prediction, between the logit and the sum of its parts. */
const gap = (form: ModelScore, sessions: readonly Session[]): number => Math.max(...sessions.map(({ features }) => {
  const { logit, contributions } = score(form, features);
  return Math.abs(Object.values(contributions).reduce((sum, one) => sum + one, form.bias) - logit);
}));
const rank = <S extends Session>(form: ModelScore, sessions: readonly S[], more = (_session: S): number => 0): number =>
  auc(sessions.map((session) => score(form, session.features).logit + more(session)), sessions.map(({ is }) => +is));

const sessions = shoppers.slice(0, 2_000).map(({ features }) => features);
const linear = timeScores(buyer, sessions);
const trees = timeScores(forest, sessions);
const executablePath = findChromium();
const inBrowser = executablePath && await timeInBrowser(executablePath, JSON.stringify(forest), sessions.slice(0, 1_000));

console.log(`${shoppers.length.toLocaleString('en-US')} shoppers (${shoppers.filter(({ is }) => is).length} bought), ${waiting.length} map sessions (${waiting.filter(({ is }) => is).length} rated 1 or 2). Nothing is fitted, so nobody is left out.\n`);
const ok = printGoals([
  { what: 'likely_buyer, no data, what a page alone knows: AUC', is: rank(buyer, shoppers), goal: 0.715, bound: 0.7, better: 'more' },
  { what: '  with a table of exit rates beside it (not in the product)', is: rank(buyer, shoppers, ({ exitRate }) => EXIT_WEIGHT * exitRate), goal: 0.737, bound: 0.7, better: 'more' },
  { what: 'struggle, no data, waits and clicks: AUC', is: rank(struggle, waiting), goal: 0.81, bound: 0.79, better: 'more' },
  { what: 'contributions and bias against the logit, every prediction: greatest gap', is: Math.max(gap(buyer, shoppers), gap(struggle, waiting), gap(forest, shoppers)), goal: 1e-6, bound: 1e-6, better: 'less' },
  { what: '50 full trees of depth 4 as they travel: gzip', is: gzipSync(json, { level: 9 }).length, goal: 7_168, bound: 7_168, better: 'less', digits: 0, unit: 'B' },
  ...(inBrowser ? [
    { what: '  one score by them in Chromium, processor four times slower: p99', is: inBrowser.p99, goal: 20, bound: 50, better: 'less', digits: 1, unit: 'µs' },
    { what: '  reading their JSON there: p99', is: inBrowser.parse, goal: 2, better: 'less', digits: 1, unit: 'ms' },
  ] as const : []),
]);
console.log(`\nwhat experts say of all ${STATES.length} states: ${gzipSync(JSON.stringify(expertModel(STATES)), { level: 9 }).length.toLocaleString('en-US')} B gzip`);
console.log(`rage clicks alone, for comparison, the zoom buttons among them: AUC ${auc(waiting.map(({ pressed }) => pressed), waiting.map(({ is }) => +is)).toFixed(3)}`);
console.log(`the trees' score takes ${(trees.median / linear.median).toFixed(1)} × the linear one's (${trees.median.toFixed(2)} against ${linear.median.toFixed(2)} µs in this process, medians)`);
if (!inBrowser) console.log('not measured here: times in a browser, for Chromium is not installed');
process.exitCode = ok ? 0 : 1;
