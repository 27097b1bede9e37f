// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createGuard } from './guard.ts';
import { createScope } from './scope.ts';

const make = () => createScope(createGuard(() => undefined));

it('stop removes listeners, timers and whatever else was tracked', () => {
  vi.useFakeTimers();
  const scope = make();
  const seen: string[] = [];
  scope.listen(window, 'one two', ({ type }) => seen.push(type));
  scope.after(10, () => seen.push('timer'));
  scope.track(() => seen.push('end'));
  window.dispatchEvent(new Event('two'));
  scope.stop();
  scope.stop();
  window.dispatchEvent(new Event('one'));
  vi.runAllTimers();
  expect(seen).toEqual(['two', 'end']);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it('a patch calls the original first with this and arguments, gives its result, and is put back as it was', () => {
  const scope = make();
  const seen: unknown[] = [];
  const queue: unknown[] = [];
  scope.patch(queue, 'push', (args) => seen.push([args, queue.length]));
  expect(queue.push('a', 'b')).toBe(2);
  expect(seen).toEqual([[['a', 'b'], 2]]);
  scope.stop();
  expect(Object.getOwnPropertyNames(queue)).not.toContain('push');
  queue.push('c');
  expect(seen).toHaveLength(1);
});

it('leaves a later patch alone, and hears nothing through it any more', () => {
  const scope = make();
  const seen: unknown[] = [];
  const host = { run: () => 1 };
  scope.patch(host, 'run', () => seen.push(1));
  const ours = host.run;
  const theirs = host.run = () => ours() + 1;
  scope.stop();
  expect(host.run).toBe(theirs);
  expect(host.run()).toBe(2);
  expect(seen).toEqual([]);
});

it('two patches of its own over each other leave the method as it was', () => {
  const scope = createScope(createGuard(() => undefined));
  const queue: unknown[] = [];
  for (const turn of [1, 2]) scope.patch(queue, 'push', () => turn);
  scope.stop();
  expect([Object.keys(queue), queue.push]).toEqual([[], Array.prototype.push]);
});
