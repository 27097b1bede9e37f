import { CONTENDERS } from './CONTENDERS.ts';
import { ourRules } from './ourRules.ts';
import { CART, type Visit } from './visitOf.ts';

const ROUNDS = 7;
const WARM_ROUNDS = 2;
/** Rules that each evaluates in a round, so that a round takes each about as long: the slower, the fewer. */
const OURS = 1_500_000;
const THEIRS: Readonly<Record<string, number>> = { mingo: 100_000, 'json-logic-js': 100_000, 'json-rules-engine': 10_000 };
/** Which facts of the visit the others see: each so many-th, which meets all of them. */
const STRIDE = 37;

const median = (values: readonly number[]): number => [...values].sort((one, two) => one - two)[values.length >> 1]!;

/** What one round took: ns of processor time (so a busy machine counts less) per observation. */
type Turn = () => Promise<number> | number;

/** Ours: fresh engines outside the clock; an observation is what the page does with one, and what is due is shown. */
function ourTurn(count: number, { observations }: Visit): Turn {
  const fresh = ourRules(count);
  const sessions = Math.ceil(OURS / Math.max(count, 10) / observations.length);
  return () => {
    const engines = Array.from({ length: sessions }, () => fresh(CART));
    const start = process.cpuUsage();
    for (const engine of engines) for (const observation of observations) {
      engine.observe(observation);
      engine.nextDeadline();
      const due = engine.due();
      if (due) engine.expose(due.campaign, {});
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) * 1_000 / (sessions * observations.length);
  };
}

/** Another: all its rules on the facts of so many observations. */
function theirTurn(name: string, count: number, { facts }: Visit): Turn {
  const evaluate = CONTENDERS[name]!(count);
  const times = THEIRS[name]! / count;
  return async () => {
    const start = process.cpuUsage();
    for (let index = 0; index < times; index++) {
      const held = evaluate(facts[index * STRIDE % facts.length]!);
      // Only what is a promise is awaited: the others shall not pay for it.
      if (typeof held !== 'number') await held;
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) * 1_000 / times;
  };
}

/**
 * Ours with so many rules, ours with none, and the others, in turns; warm-up first.
 * @returns by name, the median of ns per observation, and of the ratio to ours in the same round.
 */
export async function timeRules(count: number, visit: Visit): Promise<Readonly<Record<string, { readonly ns: number; readonly ratio: number }>>> {
  const turns: Record<string, Turn> = { ours: ourTurn(count, visit), none: ourTurn(0, visit) };
  for (const name of Object.keys(CONTENDERS)) turns[name] = theirTurn(name, count, visit);
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS + WARM_ROUNDS; round++) for (const name of Object.keys(turns)) {
    const ns = await turns[name]!();
    if (round >= WARM_ROUNDS) (times[name] ??= []).push(ns);
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) =>
    [name, { ns: median(all), ratio: median(all.map((ns, round) => ns / times['ours']![round]!)) }]));
}
