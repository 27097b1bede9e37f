import { expect, it } from 'vitest';
import { addedPerEvent } from '../../bench/measure/addedPerEvent.ts';
import { readBlocking } from '../../bench/measure/readBlocking.ts';
import { readTrace } from '../../bench/measure/readTrace.ts';
import { countSession } from '../../bench/session/countSession.ts';
import { SESSION } from '../../bench/session/SESSION.ts';
import { linkTo, placeOf } from '../../bench/session/shopPage.ts';

it('the session holds what it is said to hold', () => {
  expect(countSession(SESSION)).toEqual({ move: 600, hover: 60, click: 40, scroll: 20, error: 3, cart: 1, hesitate: 3, routes: 6, loads: 12, inputs: 730 });
});

it('whatever is scrolled down is scrolled up before the next page', () => {
  expect(SESSION.map(({ steps }) => steps.reduce((sum, step) => sum + (step.do === 'scroll' ? step.by : 0), 0))).toEqual(SESSION.map(() => 0));
});

it('every place is within the window, and no two are the same', () => {
  const places = [...SESSION.flatMap(({ steps }) => steps.flatMap((step) => ('card' in step ? [placeOf(step.card)] : step.do === 'move' ? [step] : []))), placeOf('add'), placeOf('fail'), ...SESSION.map(({ path }) => linkTo(path))];
  expect(places.filter(({ x, y }) => x < 0 || x > 1_280 || y < 0 || y > 800)).toEqual([]);
  expect(new Set([placeOf('add'), placeOf('fail'), ...SESSION.map(({ path }) => linkTo(path))].map(({ x, y }) => `${x},${y}`)).size).toBe(9);
});

const at = (name: string, ts: number, dur: number, data = {}, more = {}) => ({ name, ph: 'X', pid: 1, tid: 1, ts, dur, tdur: dur, args: { data }, ...more });
const OURS = 'http://127.0.0.1:1/tactful.js', HOST = 'http://localhost:2/';

it('a trace: the time of each input, the layouts that a function forced, the tasks that were ours', () => {
  const traced = readTrace([
    at('RunTask', 0, 60_000), at('EventDispatch', 10, 55_000, { type: 'click' }), at('FunctionCall', 20, 50_000, { url: OURS }), at('Layout', 30, 5),
    at('EventDispatch', 100, 50, { type: 'focus' }),
    at('RunTask', 70_000, 60_000), at('EventDispatch', 70_010, 50_000, { type: 'pointermove' }), at('FunctionCall', 70_020, 40_000, { url: HOST }), at('UpdateLayoutTree', 70_030, 5),
    at('RunTask', 140_000, 60_000), at('Layout', 140_001, 50_000),
    at('EventDispatch', 200_100, 9, { type: 'load' }), at('EventDispatch', 300, 7, { type: 'click' }, { tid: 2 }),
  ], (url) => url === OURS);
  expect(traced).toEqual({ events: { click: [55], pointermove: [50] }, forced: { [OURS]: 1 }, longTasks: 1 });
});

it('a trace of a faster machine: each time counts four times', () => {
  const events = [at('RunTask', 0, 20_000), at('EventDispatch', 10, 15_000, { type: 'click' }), at('FunctionCall', 20, 14_000, { url: OURS })];
  expect([readTrace(events, (url) => url === OURS), readTrace(events, (url) => url === OURS, 4)]).toMatchObject([{ events: { click: [15] }, longTasks: 0 }, { events: { click: [60] }, longTasks: 1 }]);
});

it('blocking time is what tasks of the busiest page take above 50 ms', () => {
  const named = (tid: number, name: string) => ({ ...at('thread_name', 0, 0), tid, args: { name } });
  const task = (tid: number, ms: number) => ({ ...at('ThreadControllerImpl::RunTask', 0, ms * 1_000), tid });
  expect(readBlocking([named(1, 'CrRendererMain'), named(2, 'CrRendererMain'), named(3, 'Compositor'), task(1, 80), task(1, 49), task(1, 51), task(2, 100), task(3, 900)])).toBe(31);
});

it('an event that is not dispatched without the subject took nothing there', () => {
  const added = addedPerEvent([{ pointermove: [3, 4, 5], click: [2] }], [{ click: [1], scroll: [9] }]);
  expect(added).toMatchObject({ count: 4, p50: 3.5, types: [{ type: 'pointermove', count: 3, p50: 4 }, { type: 'click', count: 1, p50: 1 }] });
});
