import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const agrees = async (site: TestSite) => expect(await (await callAdmin(running, `sites/${site.id}/recount`)).json()).toMatchObject({ differences: [] });
const bought = (visitor: string, values: readonly number[], seq = 1) => makeSummary({
  visitor, session: `s-${visitor}`, seq, exposures: [makeExposure({ id: `e-${visitor}` })], goals: values.map((value, at) => makeGoal({ id: `g-${visitor}-${at}`, value })),
});
/** The sum of squares of the treated, put together from the columns. */
async function squares(site: TestSite): Promise<bigint> {
  const rows = await readRows(running, site, { query: "SELECT n, n1, n2, n3 FROM rollups WHERE measure LIKE 'mills2:%' AND arm = 'treatment'", shards: 1 });
  return rows.reduce((sum, row) => sum + ['n', 'n1', 'n2', 'n3'].reduceRight((whole, column) => whole * 10n ** 10n + BigInt(Number(row[column])), 0n), 0n);
}

it('adds squares exactly where a double would round', async () => {
  const site = await makeSite(running, { id: 'dear', source: STALL, shards: 1 });
  const values = Array.from({ length: 25 }, (_, n) => [50_000.001 + n * 158_333.337, 4_000_000.009 - n * 61_111.119] as const);
  for (const [n, [first]] of values.entries()) await sendSummaries(running, site, [bought(`v${n}`, [first])]);
  for (const [n, both] of values.entries()) await sendSummaries(running, site, [bought(`v${n}`, both, 2)]);
  const mills = values.map(([first, second]) => BigInt(Math.round(first * 1_000)) + BigInt(Math.round(second * 1_000)));
  expect(await squares(site)).toBe(mills.reduce((sum, one) => sum + one * one, 0n));
  await agrees(site);
});

it('agrees with a recount at the greatest amount a summary may name, and once a visitor is erased', async () => {
  const site = await makeSite(running, { id: 'greatest', source: STALL, shards: 1 });
  const greatest = Array.from({ length: 20 }, (_, n) => 1e12 - n / 1_000);
  for (const [n, visitor] of ['a', 'b', 'c'].entries()) {
    await sendSummaries(running, site, [bought(visitor, greatest.slice(0, 7 + n))]);
    await sendSummaries(running, site, [bought(visitor, greatest, 2)]);
  }
  const each = greatest.reduce((sum, value) => sum + BigInt(Math.round(value * 1_000)), 0n);
  expect(await squares(site)).toBe(3n * each * each);
  await agrees(site);
  const [report] = await (await callAdmin(running, `sites/${site.id}/campaigns`)).json() as { treatment: { value: number } }[];
  expect(report?.treatment.value).toBe(Number(3n * each) / 1_000);

  const erased = await running.fetch('/v1/visitors/a', { method: 'DELETE', headers: { authorization: `Bearer ${site.secret}` } });
  expect(erased.status).toBeLessThan(300);
  await agrees(site);
});

it('an order without a value of the site’s currency is a conversion, and its share is told', async () => {
  const site = await makeSite(running, { id: 'unvalued', source: STALL, shards: 1 });
  const visitor = (name: string, goal: object) => {
    const { value: _value, currency: _currency, ...bare } = makeGoal({ id: `g-${name}` });
    return makeSummary({ visitor: name, session: `s-${name}`, exposures: [makeExposure({ id: `e-${name}` })], goals: [{ ...bare, ...goal }] });
  };
  const sent = [visitor('whole', { value: 50, currency: 'EUR' }), visitor('bare', {}), visitor('foreign', { value: 9, currency: 'USD' })];
  await sendSummaries(running, site, sent);
  const [report] = await (await callAdmin(running, `sites/${site.id}/campaigns`)).json() as { treatment: object }[];
  expect(report?.treatment).toMatchObject({ visitors: 3, conversions: 3, value: 50, unvalued: 2, extreme: 0 });
  const { today } = await (await callAdmin(running, `sites/${site.id}/overview`)).json() as { today: object };
  expect(today).toMatchObject({ goals: 3, purchases: 3, unvalued: 1, otherCurrency: 1 });
  await agrees(site);
});

it('a session has twenty goals at most, whatever its tabs tell one after the other; what goes is counted', async () => {
  const site = await makeSite(running, { id: 'many-goals', source: STALL, shards: 1 });
  const body = (seq: number, part: string, first: number, more = {}) => makeSummary({ visitor: 'v', session: 's', part, seq, goals: Array.from({ length: 15 }, (_, n) => makeGoal({ id: `g${first + n}` })), ...more });
  const told = async (): Promise<unknown> => {
    const [row] = await readRows(running, site, { query: "SELECT (SELECT COUNT(*) FROM goals) AS goals, (SELECT COUNT(*) FROM exposures) AS exposures, json_array_length(summary, '$.goals') AS merged, json_extract(summary, '$.loss') AS loss FROM sessions", shards: 1 });
    await agrees(site);
    expect(await (await callAdmin(running, `sites/${site.id}/recount`)).json()).toMatchObject({ unmerged: [] });
    return { ...row, loss: JSON.parse(String(row?.['loss'])) as unknown };
  };
  await sendSummaries(running, site, [body(1, 'a', 0)]);
  expect(await told()).toEqual({ goals: 15, exposures: 0, merged: 15, loss: {} });
  // Another fifteen in their place: five have room.
  await sendSummaries(running, site, [body(2, 'a', 15)]);
  expect(await told()).toEqual({ goals: 20, exposures: 0, merged: 5, loss: { goals: 10 } });
  // Another tab tells of ten that are known, and of five that are not; then of exposures without an end.
  await sendSummaries(running, site, [body(1, 'b', 10)]);
  expect(await told()).toEqual({ goals: 20, exposures: 0, merged: 10, loss: { goals: 15 } });
  for (let seq = 2; seq < 12; seq++) await sendSummaries(running, site, [body(seq, 'b', 10, { goals: [], exposures: Array.from({ length: 12 }, (_, n) => makeExposure({ id: `e${seq}-${n}` })) })]);
  expect(await told()).toEqual({ goals: 20, exposures: 100, merged: 5, loss: { goals: 10, exposures: 12 } });
});
