/** Some days of the shop that `npm run simulate:learning` plays. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countStretch } from '../../scripts/simulate-learning/countStretch.ts';
import { drawVisitor, type Visitor } from '../../scripts/simulate-learning/drawVisitor.ts';
import { heldOut } from '../../scripts/simulate-learning/heldOut.ts';
import { FIRST_DAY, openShop, seedOf, simulate, type Day } from '../../scripts/simulate-learning/simulate.ts';
import { startByClock, type ClockedWorker } from '../../scripts/simulate-learning/startByClock.ts';
import { KINDS, potential, TRUTH } from '../../scripts/simulate-learning/TRUTH.ts';
import { readRows } from './harness/readRows.ts';

const DAY = 86_400_000, DAYS = 3, SEED = 5;
let worker: ClockedWorker;
beforeAll(async () => { worker = await startByClock(FIRST_DAY); });
afterAll(() => worker.close());

const draw = (nth: number, seed = SEED): Visitor => drawVisitor({ id: `v${nth}`, seed: seedOf(seed, 0, nth), day: FIRST_DAY });
const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;

it('each visit is stored once, on its day, as it was played; at night the schedule trains by what is known then', async () => {
  const site = await openShop(worker, SEED);
  const days: Day[] = [];
  for await (const day of simulate(worker, site, { seed: SEED, days: DAYS, visitors: 40 })) days.push(day);
  const visits = days.flatMap((day, at) => day.visits.map((visit) => ({ ...visit, day: new Date(FIRST_DAY + at * DAY).toISOString().slice(0, 10), session: `${visit.visitor.id}-${visit.nth}` })));
  const rows = (query: string) => readRows(worker, site, { query, shards: 2 });
  const sorted = (list: readonly object[]): string[] => list.map((one) => JSON.stringify(one)).sort();

  expect(sorted(await rows('SELECT session, visitor, day, human FROM sessions'))).toEqual(sorted(visits.map(({ session, visitor, day }) => ({ session, visitor: visitor.id, day, human: 1 }))));
  const met = visits.filter(({ arm }) => arm);
  expect(sorted(await rows('SELECT visitor, arm FROM exposures'))).toEqual(sorted(met.map(({ visitor, arm }) => ({ visitor: visitor.id, arm }))));
  expect(new Set(met.map(({ arm }) => arm))).toEqual(new Set(['treatment', 'control']));
  expect(sorted(await rows("SELECT visitor FROM goals WHERE event = 'purchase'"))).toEqual(sorted(visits.filter(({ bought }) => bought).map(({ visitor }) => ({ visitor: visitor.id }))));
  // Who came back did so later, by the Worker's clock as well.
  expect(visits.some(({ nth }) => nth > 0)).toBe(true);
  const [span] = await rows('SELECT MAX(updated_at) - MIN(updated_at) AS ms FROM sessions');
  expect(Number(span!['ms'])).toBeGreaterThan((DAYS - 1) * DAY);
  const stretch = countStretch(visits);
  expect([stretch.treated, stretch.control]).toEqual(['treatment', 'control'].map((name) => met.filter(({ arm }) => arm === name).length));
  expect(stretch.truth).toBeCloseTo(mean(met.map(({ visitor }) => TRUTH[visitor.kind].effect)), 12);
  expect(stretch.lift.difference).toBeCloseTo(mean(met.filter(({ arm }) => arm === 'treatment').map(({ bought }) => +bought)) - mean(met.filter(({ arm }) => arm === 'control').map(({ bought }) => +bought)), 12);
  // Each night in turn; a session's moments count once a day has passed.
  expect(days.map(({ model }) => model.scheduledAt)).toEqual(days.map((_day, at) => FIRST_DAY + (at + 1) * DAY + (3 * 60 + 17) * 60_000));
  expect(days.map(({ model }) => model.states.likely_buyer!.trial!.samples > 0)).toEqual([false, true, true]);
  expect(days.map(({ config }) => config.model!.id)).toEqual(['expert-1', 'expert-1', 'expert-1']);

  // Strangers are scored by what is served, and each buys as if left alone.
  const strangers = heldOut(days[0]!.config, { seed: SEED, count: 60, day: 0, drifted: false });
  expect([strangers.served.length > 20, strangers.served]).toEqual([true, strangers.expert]);
  const { likely_buyer: expert, ...others } = days[0]!.config.model!.states;
  const learned = { ...days[0]!.config, model: { id: 'learned-1', states: { ...others, likely_buyer: { ...expert!, bias: expert!.bias + 1 } } } };
  const again = heldOut(learned, { seed: SEED, count: 60, day: 0, drifted: false });
  expect([again.bought, again.expert, again.visitors]).toEqual([strangers.bought, strangers.expert, strangers.visitors]);
  again.served.forEach((logit, at) => expect(logit).toBeCloseTo(strangers.served[at]! + 1, 9));
});

it('the same seed, the same visitors; another, others', () => {
  expect([draw(3), draw(4)]).toEqual([draw(3), draw(4)]);
  expect(draw(3)).not.toEqual(draw(3, SEED + 1));
});

it('what visitors do agrees with the stated truth', () => {
  const all = Array.from({ length: 6_000 }, (_one, nth) => draw(nth));
  for (const kind of KINDS) {
    const own = all.filter((visitor) => visitor.kind === kind);
    const decisions = own.flatMap(({ visits }) => visits.flatMap(({ decides }) => decides ?? []));
    const { share, alone, effect } = TRUTH[kind];
    /** Five standard errors of a share. */
    const within = (of: number, n: number): number => 5 * Math.sqrt(of * (1 - of) / n);
    expect(Math.abs(own.length / all.length - share)).toBeLessThan(within(share, all.length));
    expect(Math.abs(mean(decisions.map((one) => +(one.luck < one.alone))) - alone)).toBeLessThan(within(alone, decisions.length / 2));
    // Both outcomes of one visit differ only where the message makes the difference.
    expect(Math.abs(mean(decisions.map((one) => +(one.luck < one.shown) - +(one.luck < one.alone))) - effect)).toBeLessThan(Math.max(1e-12, within(Math.abs(effect), decisions.length / 2)));
    for (const wish of [-1, 0, 0.5, 1]) expect(potential(kind, wish).shown - potential(kind, wish).alone).toBeCloseTo(effect, 12);
  }
});

it('the guide states the same truth', () => {
  const rows = KINDS.map((kind) => ({ kind, ...TRUTH[kind] })).map(({ kind, share, alone, effect, means }) =>
    `| \`${kind}\` | ${share * 100} % | ${alone * 100} % | ${effect === 0 ? '0' : `${effect < 0 ? '−' : '+'}${Math.abs(effect) * 100}`} | ${means} |`);
  expect(readFileSync('docs/guides/learning.md', 'utf8')).toContain(rows.join('\n'));
});

it('nothing before the decision tells how it ends', () => {
  const visits = Array.from({ length: 500 }, (_one, nth) => draw(nth)).flatMap((visitor) => visitor.visits);
  for (const { before, decides } of visits) {
    expect(JSON.stringify(before)).not.toMatch(/purchase|checkout/);
    if (decides) expect([/purchase/.test(JSON.stringify(decides.bought)), /purchase|"cart"/.test(JSON.stringify(decides.left))]).toEqual([true, false]);
  }
});
