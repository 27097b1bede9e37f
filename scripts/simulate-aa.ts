/**
 * `npm run simulate:aa [-- --tests 10000 --days 60 --seed 1]`: campaigns that change nothing, looked at each day until somebody sees a difference; and campaigns that change
 * something, beside the textbook's test at their end. What is looked at is what the console tells, of sums as rollups keep them.
 */
import { printGoals } from './bench-intents/printGoals.ts';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';
import { playAll } from './simulate-aa/playAll.ts';
import { MEASURES } from './simulate-aa/playShop.ts';
import { NOTHING_CHANGES, SOMETHING_CHANGES } from './simulate-aa/Shop.ts';

const USAGE = 'npm run simulate:aa [-- --tests 10000 --days 60 --seed 1]';
const { values } = readArguments({ usage: USAGE, most: 0, options: { tests: { type: 'string', default: '10000' }, days: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } } });
const read = (name: 'tests' | 'days' | 'seed', most: number): number => {
  try {
    return readCount(values[name] as string, { name: `--${name}`, most });
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
};
const [tests, days, seed] = [read('tests', 1_000_000), read('days', 1_000), read('seed', 2 ** 31 - 1)];
/** Power is a matter of tens in a hundred, false alarms of ones in a thousand. */
const perEffect = Math.max(1, Math.round(tests / 10));
const ALARMS = 5, MISMATCHES = 0.1;

const plays = [...NOTHING_CHANGES.map((shop) => ({ shop, campaigns: tests, days, seed })), ...SOMETHING_CHANGES.map((shop) => ({ shop, campaigns: perEffect, days, seed }))];
const bar = createBar(plays.reduce((sum, { campaigns }) => sum + campaigns, 0), 'campaigns');
const all = (await playAll(plays, bar.step)).map((seen, at) => ({ ...plays[at]!.shop, ...seen }));
bar.end();
const [nothing, something] = [all.slice(0, NOTHING_CHANGES.length), all.slice(NOTHING_CHANGES.length)];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const count = (n: number): string => n.toLocaleString('en-US');
console.log(`Campaigns that change nothing: ${count(tests)} of each shop, looked at on each of ${days} days (seed ${seed}). Shares in which a difference was ever seen:\n`);
const ok = printGoals([
  ...nothing.flatMap((shop) => MEASURES.map((of) => ({ what: `${shop.name}: ${of}`, is: shop[of] * 100, goal: ALARMS, bound: ALARMS, better: 'less' as const, digits: 2, unit: '%' }))),
  { what: 'arms of another size than drawn, in the worst of these shops', is: Math.max(...nothing.map(({ mismatch }) => mismatch)) * 100, goal: MISMATCHES, bound: MISMATCHES, better: 'less', digits: 2, unit: '%' },
]);
console.log('\nThe same campaigns. Ever wholly below zero, in value or conversion, which pauses a campaign; what the textbook’s test of conversions says to who looks each day; the plain sequence, with each arm’s own spread, of value and of conversion; and what the adjustment for carts takes off the variance of either:');
for (const { name, below, peeked, plainValue, plainConversion, sparedValue, sparedConversion } of nothing) console.log(`  ${name}: ${(below * 100).toFixed(2)} %; ${percent(peeked)}; ${percent(plainValue)} and ${percent(plainConversion)}; ${percent(sparedValue)} and ${percent(sparedConversion)}`);
console.log(`\nCampaigns that change something: ${count(perEffect)} of each. Seen within ${days} days; in brackets by the textbook’s test at their end, which may not be looked at before:`);
for (const { name, lift, value, conversion, fixedValue, fixedConversion, day, missed } of something) {
  console.log(`  ${lift > 0 ? '+' : '−'}${Math.abs(lift * 100)} % buy; ${name}\n    conversion ${percent(conversion)} (${percent(fixedConversion)}), value ${percent(value)} (${percent(fixedValue)}); ${Number.isNaN(day) ? '' : `the middle one on day ${day}; `}true difference of conversions ever outside: ${percent(missed)}`);
}
process.exitCode = ok ? 0 : 1;
