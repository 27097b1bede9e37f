import { expect, it } from 'vitest';
import { summarizeStart } from '../../bench/measure/summarizeStart.ts';
import { budgetRows, budgetTable, isReached, type Figures } from '../../bench/report/judgeBudgets.ts';
import { startTable } from '../../bench/report/startTable.ts';
import { tableLines, write } from '../../bench/report/tableLines.ts';
import { toJson } from '../../bench/report/toJson.ts';

const load = (scriptMs: number, heapBytes: number, scriptBytes = 0) =>
  ({ scriptMs, heapBytes, scriptBytes, taskMs: scriptMs + 100, blockingMs: 0, requests: scriptBytes && 1, scripts: [], elsewhere: [] });

it('a table stands in columns', () => {
  expect(tableLines([['what', 'n'], ['a', '10'], ['longer', '']])).toEqual(['what     n', 'a       10', 'longer']);
});

it('what was not measured is a dash', () => {
  expect([write(undefined), write(NaN, 2), write(1_234.56, 1), write(0)]).toEqual(['–', '–', '1,234.6', '0']);
});

it('figures are medians above the load of the same round', () => {
  const figures = summarizeStart([load(11, 3_048, 2_048), load(30, 4_048, 2_048), load(16, 2_148, 2_048)], [load(1, 1_000), load(2, 1_000), load(3, 1_000)]);
  expect(figures).toMatchObject({ scriptMs: 13, taskMs: 13, heapBytes: 2_048, requests: 1, scriptBytes: 2_048, blockingMs: 0, blockingAtMost: 0, rounds: 3 });
  expect(startTable('first', new Map([['ours', figures]]), new Map([['ours', '1.0.0']]))[1]).toEqual(['ours', '1.0.0', '2,048', '1', '13.0', '13.0', '0', '2']);
});

const started = (scriptMs: number) => ({ scriptBytes: 1, requests: 1, scriptMs, taskMs: 1, blockingMs: 0, blockingAtMost: 0, heapBytes: 1_024, rounds: 3 });
const figures: Figures = {
  sizes: { core: 10_240, allButWidget: 16_385, widget: 1, config: 1 },
  start: new Map([['Tactful', started(6)], ['posthog-js', started(100)]]),
  blocking: { atMost: NaN, pairs: 1 }, sessions: new Map(), perEvent: { count: 20_000, p50: 0.05, p999: 1.001, types: [] }, forced: 0, longTasks: 1,
};

it.each([
  ['core, gzip', true],
  ['all page files but the widget, gzip', false],
  ['start cost, script ms', true],
  ['heap after start, KB', false],
  ['requests at start', true],
  ['requests at start, configuration inline', undefined],
  ['blocking added to an empty page, ms, upper 95 % bound of 1 pairs', undefined],
  ['per input event, p50 of 20,000', true],
  ['per input event, p99.9', false],
  ['session, one load: requests', undefined],
  ['long tasks of ours', false],
])('a budget is reached, missed, or not told: %s', (what, expected) => {
  expect(isReached(budgetRows(figures).find((row) => row.what === what)!)).toBe(expected);
});

it('a budget without its peer is not told, and a peer that costs nothing is none to be compared with', () => {
  const row = { what: 'a', budget: '≤ 0.4 × b', ours: 1, most: 0.4 };
  expect([isReached({ ...row, peer: { name: 'b', is: undefined } }), isReached({ ...row, peer: { name: 'b', is: 0 } }), isReached({ ...row, peer: { name: 'b', is: 2.5 } })]).toEqual([undefined, undefined, true]);
});

it('the last table says ours, the peer’s, the ratio', () => {
  expect(budgetTable(budgetRows(figures)).filter(([what]) => what === 'start cost, script ms')).toEqual([
    ['start cost, script ms', '≤ 0.06 × posthog-js', '6.0', '100.0', '0.060', 'reached'],
    ['start cost, script ms', '≤ 0.4 × @growthbook/growthbook', '6.0', '–', '', 'not told'],
  ]);
});

it('figures as JSON', () => {
  expect(JSON.parse(toJson({ start: new Map([['a', { b: 1 }]]) }))).toEqual({ start: { a: { b: 1 } } });
});
