import { CLAUSES, type DeviceClause } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { describeClause } from './describeClause.ts';
import { describeCondition } from './describeCondition.ts';
import { describeOpening, describeSpan } from './describeTime.ts';
import { firstLine } from './firstLine.ts';

it.each([[0, '0 s'], [400, '400 ms'], [1_001, '2 s'], [60_000, '1 min'], [3_605_000, '1 h 5 s'], [90_061_000, '1 d 1 h']])('a span of %i ms is %s', (span, text) => expect(describeSpan(span)).toBe(text));

it('an opening is told from now, with the time of the day where that says something', () => {
  expect(describeOpening(5, 5)).toBe('now');
  expect(describeOpening(600_000, 0)).toMatch(/^in 10 min \(\d\d:10:00\)$/);
  expect(describeOpening(172_800_000, 0)).toBe('in 2 d');
});

it.each<[DeviceClause, string]>([
  [{ on: 'dwell', page: 'checkout', for: 10_000, consecutive: 3, within: 1_800_000 }, 'stays on checkout for 10 s 3 in a row within 30 min'],
  [{ on: 'hover', target: 0, for: 500, times: 2 }, 'rests on “#buy” for 500 ms 2 times'],
  [{ on: 'backtrack', from: 'type:checkout', page: 'type:cart' }, 'goes back from type:checkout to type:cart'],
  [{ on: 'sequence', of: [{ on: 'event', name: 'a' }, { on: 'signal', name: 'b' }], within: 60_000 }, 'in order: event “a”, then signal “b” within 1 min'],
])('a clause in a few words: %j', (clause, text) => expect(describeClause(clause, ['#buy'])).toBe(text));

it('every kind of clause has words', () => {
  for (const { kind } of CLAUSES) expect(describeClause({ on: kind }, [])).not.toBe(kind === 'signal' || kind === 'event' || kind === 'intent' ? '' : kind);
});

it('a condition says what was seen of each feature, and what is wanted', () => {
  expect(describeCondition({ all: [{ feature: 'cart.value', op: 'gte', value: 50 }, { not: { feature: 'user.plan', op: 'in', value: ['a', 'b'] } }] }, { 'cart.value': 20.0004 }))
    .toBe('cart.value is 20, wanted: is at least 50 · and · not (user.plan is unknown, wanted: is one of a, b)');
});

it('the first line names the first shut gate, and what became of it when it was due', () => {
  const gate = (passed: boolean) => ({ gate: 'status' as const, passed, value: 'live', wanted: 'live' });
  const words = [{ name: 'on', text: 'Live.' }, { name: 'trigger', text: 'Not yet.', opens: 'one of these' }, { name: 'tabs', text: 'Another.', opens: 'its end' }];
  const trace = { shown: false, gates: [gate(true), gate(false), gate(false)] };
  expect(firstLine(trace, words)).toBe('Stopped at trigger: Not yet. Opens with one of these.');
  expect(firstLine(trace, words, { arm: 'control', outcome: 'none', reason: '' })).toContain('nothing was drawn: the visitor is in its control group');
  expect(firstLine(trace, words, { arm: 'treatment', outcome: 'dismiss', reason: 'close' })).toContain('Was drawn before, and ended with dismiss (close).');
});
