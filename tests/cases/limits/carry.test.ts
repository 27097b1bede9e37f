import { expect, it } from 'vitest';
import { costOf, freeGates, hardGates } from '../../../scripts/limits/carry.ts';
import { MEASURED, SIGNED } from '../../../scripts/limits/MEASURED.ts';
import { FREE, HARD, PAID } from '../../../scripts/limits/PLATFORM.ts';
import { readAmount } from '../../../scripts/limits/readAmount.ts';
import { useOf, type Workload } from '../../../scripts/limits/useOf.ts';

/** Two loads and three bodies: the first, one with an exposure, one with a goal. */
const WORK: Workload = { loads: 2, bodies: 3, exposures: 1, goals: 1, signed: 0, users: 0, d1Ms: 1, days: 10, peak: 2 };
const { load, first, exposure, goal } = MEASURED;
const WRITTEN = 2 * load.written + first.written + exposure.written + goal.written, READ = 2 * load.read + first.read + exposure.read + goal.read;
const SITE = { sites: 1, shards: 16 };
const sessionsOf = (gates: ReturnType<typeof freeGates>): Record<string, number> => Object.fromEntries(gates.map(({ name, sessions }) => [name, sessions]));

it('a session uses the sum of its requests', () => {
  expect(useOf(WORK)).toEqual({
    requests: 5, objectRequests: 5, rowsWritten: WRITTEN, rowsRead: READ, d1RowsRead: 10, d1Queries: 5, storedBytes: MEASURED.sessionBytes,
    cpuMs: undefined, objectGbSeconds: undefined,
  });
  expect(useOf({ ...WORK, cpuMs: 3, busyMs: 10 })).toMatchObject({ cpuMs: 15, objectGbSeconds: 5 * 0.01 * 0.128 });
});

it('a signed user’s session asks for the profile with each load, whose browser asks once whether it may, tells it with each body, and a server tells the order', () => {
  const { first: met, again, body, exposure: shown, order } = SIGNED;
  const extra = (what: 'written' | 'read'): number => met[what] + again[what] + 2 * body[what] + shown[what] + order[what];
  expect(useOf({ ...WORK, signed: 1, busyMs: 10 })).toMatchObject({
    requests: 5 + 1 + 2 + 1, objectRequests: 5 + 2 * 3 + 3 * 2 + 2, rowsWritten: WRITTEN + extra('written'), rowsRead: READ + extra('read'), d1RowsRead: 9 * 2 + 2 * 2, d1Queries: 9 + 2, objectGbSeconds: 19 * 0.01 * 0.128,
  });
  expect(useOf({ ...WORK, signed: 0.5 }).rowsWritten).toBe(WRITTEN + extra('written') / 2);
  const stored = (users: number): number => sessionsOf(freeGates({ ...WORK, users }, SITE))['bytes stored']!;
  expect(stored(0) - stored(1_000)).toBeCloseTo(1_000 * SIGNED.userBytes / (MEASURED.sessionBytes * 10), -1);
  expect(freeGates({ ...WORK, users: 100_000 }, SITE)[0]).toMatchObject({ name: 'bytes stored', sessions: 0 });
});

it('the free plan: each limit by what a session uses, the tightest first, the same however many sites share it', () => {
  const gates = freeGates(WORK, SITE);
  expect(sessionsOf(gates)).toEqual({
    'rows written in Durable Objects': Math.floor(100_000 / WRITTEN), 'requests to the Worker': 20_000, 'requests to Durable Objects': 20_000, 'rows read in Durable Objects': Math.floor(5_000_000 / READ), 'rows read in D1': 500_000,
    'bytes stored': Math.floor((5e9 - 16 * MEASURED.emptyBytes) / (MEASURED.sessionBytes * 10)),
  });
  expect(gates.map(({ sessions }) => sessions)).toEqual(gates.map(({ sessions }) => sessions).toSorted((a, b) => a - b));
  expect(freeGates(WORK, { sites: 100, shards: 16 })[0]).toEqual(gates[0]);
});

it('so many empty shards that nothing fits beside them: no session', () => {
  expect(freeGates(WORK, { sites: 10_000, shards: 16 })[0]).toMatchObject({ name: 'bytes stored', sessions: 0 });
});

it('what was not measured is no limit; a request over the CPU of the free plan lets no session through', () => {
  expect(Object.keys(sessionsOf(freeGates({ ...WORK, busyMs: 10, cpuMs: 3 }, SITE)))).toEqual(expect.arrayContaining(['duration of Durable Objects', 'CPU of a request']));
  expect(sessionsOf(freeGates({ ...WORK, busyMs: 1_000 }, SITE))['duration of Durable Objects']).toBe(Math.floor(13_000 / 0.64));
  expect(sessionsOf(freeGates({ ...WORK, cpuMs: 10 }, SITE))['CPU of a request']).toBe(Infinity);
  expect(freeGates({ ...WORK, cpuMs: 10.1 }, SITE)[0]).toMatchObject({ name: 'CPU of a request', sessions: 0 });
});

it('the paid plan: more sites have more shards, and one database for all', () => {
  const [one, many] = [1, 10_000].map((sites) => sessionsOf(hardGates(WORK, { sites, shards: 16 })));
  expect(one!['queries of the one D1 database']).toBe(1_000 * 43_200 / 5);
  expect(many!['queries of the one D1 database']).toBe(one!['queries of the one D1 database']);
  expect(one!['requests to each Durable Object']).toBe(16 * 1_000 * 43_200 / 5);
  expect(many!['requests to each Durable Object']).toBe(10_000 * one!['requests to each Durable Object']!);
  expect(sessionsOf(hardGates({ ...WORK, busyMs: 20 }, SITE))['each Durable Object does one thing at a time']).toBe(16 * 50 * 43_200 / 5);
});

it('a month: nothing beyond the plan while all is included, then each unit', () => {
  expect(costOf(WORK, SITE, 100)).toEqual({ dollars: 5, items: [{ name: 'the plan', dollars: 5 }] });
  // 1,000,000 a day are 30 million sessions, and 150 million requests.
  const { items, dollars } = costOf({ ...WORK, cpuMs: 2 }, SITE, 1_000_000);
  const of = Object.fromEntries(items.map((item) => [item.name, item.dollars]));
  expect(of['rows written in Durable Objects']).toBeCloseTo(30 * WRITTEN - 50);
  expect(of['requests to the Worker']).toBeCloseTo(140 * 0.3);
  expect(of['requests to Durable Objects']).toBeCloseTo(149 * 0.15);
  expect(of['CPU']).toBeCloseTo(270 * 0.02);
  expect(of['rows read in D1']).toBeUndefined();
  expect(items[0]!.name).toBe('rows written in Durable Objects');
  expect(dollars).toBeCloseTo(items.reduce((sum, item) => sum + item.dollars, 0));
});

it('every limit and price has its page of the documentation beside it', () => {
  const cited = [...Object.values(FREE), ...Object.values(HARD), ...Object.values(PAID).flatMap((price) => ('value' in price ? [price] : [price.included, price.each]))];
  expect(cited.length).toBeGreaterThan(25);
  for (const { value, source } of cited) {
    expect(value).toBeGreaterThan(0);
    expect(source).toMatch(/^https:\/\/developers\.cloudflare\.com\/(?:workers|durable-objects|d1)\/[\w/-]+\/$/);
  }
});

it('an amount is a number in its range', () => {
  expect(['0.5', '.5', '12'].map((text) => readAmount(text, { name: '--x' }))).toEqual([0.5, 0.5, 12]);
  for (const text of ['', 'x', '-1', '1e3', '5', 'Infinity', '0x1']) expect(() => readAmount(text, { name: '--x', most: 2 })).toThrow(`--x takes a number from 0 to 2; it is "${text}".`);
});
