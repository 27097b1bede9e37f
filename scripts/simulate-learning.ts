/**
 * `npm run simulate:learning [-- --days 60 --visitors 400 --seed 1 --drift 0]`: a shop whose truth is known, played day by day through the real engine against the real Worker, which learns
 * from it at night. Prints by the week what is served, how well it ranks visitors whom the Worker never heard of, what a message does, and how many there are; 1 as exit code where learning made
 * none of it better.
 */
import { compareAuc, isBetter } from '@tactful/learner';
import type { CampaignReport } from '@tactful/protocol';
import { callAdmin } from '../tests/worker/harness/callAdmin.ts';
import { printGoals } from './bench-intents/printGoals.ts';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';
import { countStretch } from './simulate-learning/countStretch.ts';
import { heldOut } from './simulate-learning/heldOut.ts';
import { FIRST_DAY, openShop, simulate, type Day } from './simulate-learning/simulate.ts';
import { startByClock } from './simulate-learning/startByClock.ts';

const USAGE = 'npm run simulate:learning [-- --days 60 --visitors 400 --seed 1 --drift 0]   drift: the day from which on visitors act otherwise; 0: never';
const text = (byDefault: string) => ({ type: 'string', default: byDefault } as const);
const { values } = readArguments({ usage: USAGE, most: 0, options: { days: text('60'), visitors: text('400'), seed: text('1'), drift: text('0') } });
const read = (name: keyof typeof values, most: number, least = 1): number => {
  try {
    return readCount(values[name] as string, { name: `--${name}`, least, most });
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
};
const [days, visitors, seed] = [read('days', 365), read('visitors', 100_000), read('seed', 2 ** 31 - 1)];
/** Counted from 0, as days are in here. */
const drift = (read('drift', 365, 0) || Infinity) - 1;
const WEEK = 7, HELD_OUT = 1_000;

const percent = (share: number): string => (share * 100).toFixed(1);
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;

async function play(): Promise<void> {
  const bar = createBar(days, 'days');
  const worker = await startByClock(FIRST_DAY);
  try {
    const site = await openShop(worker, seed);
    const all: Day[] = [];
    for await (const day of simulate(worker, site, { seed, days, visitors, drift })) {
      all.push(day);
      bar.step(1);
    }
    bar.end();
    const [report] = await (await callAdmin(worker, `sites/${site.id}/campaigns`)).json() as readonly CampaignReport[];
    process.exitCode = tell(all, report!) ? 0 : 1;
  } finally {
    await worker.close();
  }
}

/** How what was served on a day ranks that day's strangers, beside the expert's scores. */
function judge({ config }: Day, day: number) {
  const { served, expert, bought, visitors: whose } = heldOut(config, { seed, count: HELD_OUT, day, drifted: day >= drift });
  return { comparison: compareAuc(expert, served, bought, whose), moments: bought.length };
}

function tell(all: readonly Day[], report: CampaignReport): boolean {
  const modelOf = ({ config }: Day): string => config.model!.id;
  const isLearned = (day: Day): boolean => modelOf(day).startsWith('learned');
  const visitsOf = (some: readonly Day[]) => some.flatMap(({ visits }) => visits);
  console.log(`A shop of ${visitors.toLocaleString('en-US')} new visitors a day, ${days} days (seed ${seed}${drift < days ? `; from day ${drift + 1} on visitors act otherwise` : ''}). AUC: of ${HELD_OUT.toLocaleString('en-US')} visitors of the week's last day whom the Worker never heard of, at the moments at which the campaign asks, by what they do if left alone. Lift: purchases more of a hundred messages, 95 % of one look; in truth.\n`);
  console.log('days     model      AUC: served  expert  moments  surely better |  treated  control  lift per message         in truth  messages per visitor');
  for (let from = 0; from < days; from += WEEK) {
    const week = all.slice(from, from + WEEK), last = from + week.length - 1;
    const { comparison, moments } = judge(all[last]!, last);
    const { treated, control, lift, truth, messagesPerVisitor } = countStretch(visitsOf(week));
    const sure = modelOf(all[last]!).startsWith('expert') ? 'the expert' : isBetter(comparison) ? 'yes' : 'no';
    console.log(`${`${from + 1}–${last + 1}`.padEnd(8)} ${modelOf(all[last]!).padEnd(10)} ${(comparison?.challenger ?? NaN).toFixed(3).padStart(11)} ${(comparison?.champion ?? NaN).toFixed(3).padStart(7)} ${String(moments).padStart(8)}  ${sure.padEnd(13)} | ${String(treated).padStart(8)} ${String(control).padStart(8)}  ${`${signed(lift.difference)} (${signed(lift.low)} to ${signed(lift.high)})`.padEnd(24)} ${signed(truth).padStart(8)} ${messagesPerVisitor.toFixed(3).padStart(21)}`);
  }

  const passed = all.findIndex((day, at) => isLearned(day) && (at === 0 || modelOf(day) !== modelOf(all[at - 1]!)) && isBetter(judge(day, at).comparison));
  const first = all.findIndex(isLearned);
  const { likely_buyer: state } = all.at(-1)!.model.states;
  console.log(first < 0 ? `\nNothing learned was ever served; the last training ended ${state?.trial?.end ?? 'never'}, with ${state?.trial?.samples ?? 0} moments.`
    : `\nLearned scores are served from day ${first + 1} on; ${passed < 0 ? 'none ranks strangers surely better than the expert’s on the day it comes' : `they rank strangers surely better than the expert’s from day ${passed + 1} on`}.`);

  const told = visitsOf(all).filter(({ arm }) => arm !== undefined);
  const own = (['treatment', 'control'] as const).map((name) => told.filter(({ arm }) => arm === name)).map((visits) => `${visits.length}/${visits.filter(({ bought }) => bought).length}`).join(', ');
  const stored = [report.treatment, report.control].map((arm) => `${arm.visitors}/${arm.conversions}`).join(', ');
  console.log(`Treated and control, visitors/buyers: ${own} as it was; ${stored} as the Worker reports${own === stored ? '' : ': THEY DIFFER'}. The Worker's lift, by its own interval for any look: ${report.lift.conversion ? `${signed(report.lift.conversion.difference)} (${signed(report.lift.conversion.low)} to ${signed(report.lift.conversion.high)})` : 'not told yet'}.\n`);
  if (first <= 0) return false;
  const [before, after] = [countStretch(visitsOf(all.slice(0, first))), countStretch(visitsOf(all.slice(first)))];
  const { comparison } = judge(all.at(-1)!, days - 1);
  const gained = ({ truth, messagesPerVisitor }: typeof before): number => truth * messagesPerVisitor * 1_000;
  const ok = printGoals([
    { what: 'AUC, last day: learned, beside the expert', is: comparison?.challenger ?? NaN, goal: comparison?.champion ?? NaN, bound: comparison?.champion ?? NaN, better: 'more' },
    { what: 'lift of 100 messages in truth: learned, beside the expert’s days', is: after.truth * 100, goal: before.truth * 100, bound: before.truth * 100, better: 'more', baseline: countStretch(visitsOf(all)).everybody * 100, digits: 2 },
    { what: '  as measured', is: after.lift.difference * 100, goal: before.lift.difference * 100, better: 'more', digits: 2 },
    { what: 'messages per visitor: learned, beside the expert’s days', is: after.messagesPerVisitor, goal: before.messagesPerVisitor, bound: before.messagesPerVisitor, better: 'less' },
    { what: 'purchases that messages bring, of 1,000 visitors, in truth', is: gained(after), goal: gained(before), better: 'more', digits: 1 },
  ]);
  return ok && passed >= 0 && own === stored;
}

await play();
