import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { coldStart } from '../../../scripts/learn-bench/coldStart.ts';
import { inMonths } from '../../../scripts/learn-bench/inMonths.ts';
import { shopperTable } from '../../../scripts/learn-bench/shopperTable.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-learn-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Shoppers in the columns of UCI's file: who looks long at products buys; in November they look ten times as long, and buy no more for it. */
let seed = 5;
const draw = (): number => (seed = seed * 48_271 % 2_147_483_647) / 2_147_483_647;
const rows = Array.from({ length: 900 }, (_one, row) => {
  const month = ['Mar', 'May', 'Oct', 'Nov', 'Nov', 'Nov'][Math.floor(row / 150)]!;
  const seconds = -100 * Math.log(draw());
  const bought = draw() < 1 / (1 + Math.exp(2 - seconds / 80));
  return `1,10,0,0,5,${(month === 'Nov' ? 10 * seconds : seconds).toFixed(0)},0,0.02,3,0,${month},1,2,3,4,${row % 4 ? 'Returning_Visitor' : 'New_Visitor'},${row % 2 ? 'TRUE' : 'FALSE'},${bought ? 'TRUE' : 'FALSE'}`;
});
const HEAD = 'Administrative,Administrative_Duration,Informational,Informational_Duration,ProductRelated,ProductRelated_Duration,BounceRates,ExitRates,PageValues,SpecialDay,Month,OperatingSystems,Browser,Region,TrafficType,VisitorType,Weekend,Revenue';
writeFileSync(join(folder, 'online_shoppers_intention.csv.gz'), gzipSync([HEAD, ...rows].join('\n')));

it('takes what a page knows, what exit rates add, and all', () => {
  const namesOf = (known: 'page' | 'exit' | 'all') => [...shopperTable(folder, known).numbers, ...shopperTable(folder, known).categories].map(({ name }) => name);
  expect(namesOf('page')).not.toContain('ExitRates');
  expect(namesOf('exit').filter((name) => !namesOf('page').includes(name))).toEqual(['ExitRates', 'BounceRates']);
  expect(namesOf('all').filter((name) => !namesOf('exit').includes(name))).toEqual(['PageValues', 'Region']);
  expect(namesOf('page')).toEqual(expect.arrayContaining(['seconds.product', 'Month', 'Weekend']));
});

it('raises the alarm at the first look into a November that is another, and learns it anew', () => {
  let learned = 0;
  const { alarmAfter, drift, rules, before, after } = inMonths(shopperTable(folder, 'page'), { folds: 2, seed: 1, onFold: () => { learned++; } });
  expect([alarmAfter, learned]).toEqual([250, 3]);
  expect(drift).toBeGreaterThan(0.2);
  expect(Math.min(rules, before, after)).toBeGreaterThan(0.6);
});

it('is as good as the rules with a hundred sessions, drawn from the folds that are not judged', () => {
  const { learned, rules, worst } = coldStart(shopperTable(folder, 'exit'), 100, { draws: 1, folds: 3, seed: 1 });
  expect(rules).toBeGreaterThan(0.6);
  expect(learned).toBeGreaterThan(rules - 0.02);
  expect(worst).toBeLessThanOrEqual(learned - rules);
});
