import { expect, it } from 'vitest';
import { createGuard } from './guard.ts';
import { drainQueue } from './queue.ts';

const drained = (q: unknown, meanwhile = (): unknown => undefined): unknown[][] => {
  const calls: unknown[][] = [];
  drainQueue({ q }, createGuard(() => undefined), (...args) => {
    calls.push(args);
    meanwhile();
  });
  return calls;
};

it('runs a snapshot in order; what is pushed meanwhile is not run, and what is no call is passed over', () => {
  const unreadable = { get length() { throw new Error('no'); } };
  const q: unknown[] = [['track', 'a'], null, unreadable, { 0: 'track', 1: 'b', length: 2 }];
  expect(drained(q, () => q.push(['again']))).toEqual([['track', 'a'], ['track', 'b']]);
});

it('makes a thousand calls at most, however long the queue says that it is', () => {
  const q: unknown[] = [['track', 'a']];
  q.length = 1e9;
  expect(drained(q)).toEqual([['track', 'a']]);
  expect(drained(Array.from({ length: 1_200 }, (_, at) => [at])).at(-1)).toEqual([999]);
});

it('reads no more of a call than a verb takes, whatever length it claims', () => {
  expect(drained([{ 0: 'track', 1: 'b', length: 1e9 }])).toEqual([['track', 'b', undefined, undefined]]);
  expect(drained([['identify', 'u', { plan: 'pro' }, { signature: 's' }, 5]])).toEqual([['identify', 'u', { plan: 'pro' }, { signature: 's' }]]);
});

it.each([undefined, null, {}, { q: 'x' }, () => 1])('takes %s for no queue', (stub) => {
  expect(() => drainQueue(stub, createGuard(() => undefined), () => expect.unreachable())).not.toThrow();
});
