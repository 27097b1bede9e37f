import { expect, it } from 'vitest';
import { drainQueue } from './queue.ts';

it('runs a snapshot in order, once; what is pushed meanwhile stays', () => {
  const q: unknown[] = [['track', 'a'], null, 7, { 0: 'track', 1: 'b', length: 2 }];
  const calls: unknown[][] = [];
  drainQueue({ q }, (...args) => {
    calls.push(args);
    q.push(['again']);
  });
  expect(calls).toEqual([['track', 'a'], [], ['track', 'b']]);
  expect(q).toEqual([['again'], ['again'], ['again']]);
});

it.each([undefined, null, {}, { q: 'x' }, () => 1])('takes %s for no queue', (stub) => {
  expect(() => drainQueue(stub, () => expect.unreachable())).not.toThrow();
});
