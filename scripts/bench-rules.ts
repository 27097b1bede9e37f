/**
 * `npm run bench:rules`: what a rule costs here and in json-rules-engine, json-logic-js and mingo, at 10, 100 and 1,000 rules, in one run and
 * in turns. First all four must give the same answers; without that nothing is timed.
 */
import sessions from '../tests/cases/bench-rules/sessions.json' with { type: 'json' };
import { answersOf, type Session } from './bench-rules/answersOf.ts';
import { CONTENDERS } from './bench-rules/CONTENDERS.ts';
import { timeRules } from './bench-rules/timeRules.ts';
import { visitOf } from './bench-rules/visitOf.ts';

const AIM_NS = 30;
const COUNTS = [10, 100, 1_000];
const OBSERVATIONS = 500;
const VISITS = {
  'Waiting: short stays at the checkout, the rule never holds': visitOf(25, OBSERVATIONS),
  'Holding: long stays; at the third all copies hold at once; one is shown, and while it is none of the others can be': visitOf(50, OBSERVATIONS),
};

const table = sessions as unknown as readonly [name: string, session: Session, expected: boolean][];
for (const [name, session, expected] of table) for (const [engine, answer] of Object.entries(await answersOf(session))) {
  if (answer === expected) continue;
  console.error(`${engine} says ${answer}, expected ${expected}: ${name}. Nothing was timed.`);
  process.exit(1);
}
const holds = table.filter(([, , expected]) => expected).length;
console.log(`The rule: three dwells over 10 s in a row on the checkout, a cart of 50 or more, not shown within 24 h. All four engines give
the same answer on ${table.length} sessions (${holds} true, ${table.length - holds} false).

Kind to the others: they get flat facts that are already up to date; ours counts time, rows and caps by itself, inside its figure.
ns per rule and observation, medians; in brackets the ratio to ours, median of the rounds. Wanted: ≤ ${AIM_NS} ns for each campaign that
listens, above an engine with none (the last column).`);

for (const [label, visit] of Object.entries(VISITS)) {
  console.log(`\n${label}\n${'rules'.padStart(8)}${'ours'.padStart(10)}${Object.keys(CONTENDERS).map((name) => name.padStart(22)).join('')}${'a campaign costs'.padStart(20)}`);
  for (const count of COUNTS) {
    const times = await timeRules(count, visit);
    const cell = (name: string): string => `${(times[name]!.ns / count).toFixed(0)} (${times[name]!.ratio.toFixed(1)} ×)`.padStart(22);
    const each = (times['ours']!.ns - times['none']!.ns) / count;
    console.log(`${String(count).padStart(8)}${(times['ours']!.ns / count).toFixed(1).padStart(10)}${Object.keys(CONTENDERS).map(cell).join('')}${`${each.toFixed(1)} ns`.padStart(20)}  ${each > AIM_NS ? 'not reached' : 'reached'}`);
  }
}
