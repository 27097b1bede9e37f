/**
 * `npm run bench:bots -- FOLDER`: how many scripted pointers the page's score finds at one false alarm in a hundred samples of
 * people. FOLDER holds the SapiMouse archive; the repository has no copy. In four turns a quarter of the people is left out: the
 * norms are the others' alone. No family of scripts is ever fitted. The traits were chosen with most families at hand, though; those of
 * `LATER` were written when the traits stood, and are the harder test.
 */
import { join } from 'node:path';
import { findMovements, type PointerSample } from '../packages/sdk/src/sense/findMovements.ts';
import { PEOPLE, pointerScore, type PointerNorms } from '../packages/sdk/src/sense/pointerScore.ts';
import { pointerTraits, type PointerTraits } from '../packages/sdk/src/sense/pointerTraits.ts';
import { createDice } from './bench-bots/createDice.ts';
import { inFives } from './bench-bots/inFives.ts';
import { normsOf } from './bench-bots/normsOf.ts';
import { peopleOf } from './bench-bots/peopleOf.ts';
import { SCRIPTS } from './bench-bots/SCRIPTS.ts';
import { printGoals, type Goal } from './bench-intents/printGoals.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readTraces } from './replay-pointer/readTraces.ts';

const USAGE = 'npm run bench:bots -- FOLDER   with sapimouse_users1-72.tar.xz (SapiMouse)';
const { positionals: [folder] } = readArguments({ usage: USAGE, most: 1 });
const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};
const traces = await readTraces(join(folder ?? fail(USAGE), 'sapimouse_users1-72.tar.xz'), 'session').catch((error: Error) => fail(error.message));
const people = peopleOf(traces);
const TURNS = 4;
const FALSE_ALARMS = 0.01;
/** Families that had no say in what is looked at. */
const LATER = ['gravity and wind', 'a spline through points by chance'];

const dice = createDice(42);
const human = people.map(inFives);
const families = Object.entries(SCRIPTS).map(([name, make]) => ({
  name,
  people: people.map((movements) => inFives(movements.map((real) => make(real, dice)).filter((made) => findMovements(made).length === 1))),
}));
const traitsOf = (all: readonly (ReturnType<typeof inFives>)[]): PointerTraits[] => all.flat().map(pointerTraits).filter((traits) => traits !== undefined);
const norms = Array.from({ length: TURNS }, (_one, turn): PointerNorms =>
  normsOf(traitsOf(human.filter((_samples, person) => person % TURNS !== turn))));
/** Scores of everybody, by the norms of those who were in the other three quarters. */
const scores = (all: readonly (ReturnType<typeof inFives>)[]): number[] => all.flatMap((samples, person) => samples.map((five) => pointerScore(five, norms[person % TURNS]) ?? 0)).sort((one, other) => one - other);
const share = (list: readonly number[], over: number): number => list.filter((score) => score > over).length / list.length;

const ofPeople = scores(human);
const threshold = ofPeople[Math.ceil(ofPeople.length * (1 - FALSE_ALARMS)) - 1]!;
const found = families.map(({ name, people: made }) => ({ name, recall: share(scores(made), threshold), plain: share(scores(made), 0.5) }));
const mean = (of: (one: (typeof found)[number]) => number): number => found.reduce((sum, one) => sum + of(one), 0) / found.length;

console.log(`${people.length} people, ${ofPeople.length.toLocaleString('en-US')} samples of five movements, ${found.length} families of scripts; 1 % of people's samples score over ${threshold.toFixed(2)}\n`);
const goal = (what: string, is: number): Goal => ({ what, is, goal: 0.99, better: 'more' });
const ok = printGoals([
  ...found.map(({ name, recall }) => goal(`found of: ${name}${LATER.includes(name) ? ' (written later)' : ''}`, recall)),
  { ...goal('found, mean of all families', mean(({ recall }) => recall)), bound: 0.95 },
]);
console.log(`\nat a score of 0.5: ${(100 * share(ofPeople, 0.5)).toFixed(1)} % of people's samples, ${(100 * mean(({ plain }) => plain)).toFixed(1)} % of scripts'`);
const whole = human.map((fives) => fives.map((samples, at) => samples.map(([time, x, y]): PointerSample => [time + at * 1e6, x, y])).flat()).map((all, person) => pointerScore(all, norms[person % TURNS]) ?? 0);
console.log(`of all movements of a person together: nobody scores over ${Math.max(...whole).toFixed(2)}`);
const shipped = normsOf(traitsOf(human));
const same = JSON.stringify(shipped) === JSON.stringify(PEOPLE);
console.log(`norms of all people: ${JSON.stringify(shipped)}${same ? ', as they ship' : `; WHAT SHIPS DIFFERS: ${JSON.stringify(PEOPLE)}`}`);
process.exitCode = ok && same ? 0 : 1;
