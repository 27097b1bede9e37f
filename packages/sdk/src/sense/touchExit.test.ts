// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope, type Scope } from '../scope.ts';
import { startTouchExit } from './touchExit.ts';

let scope: Scope;
let exits = 0, now = 0;
const begin = (touch: boolean): void => {
  [exits, now] = [0, 1_000];
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: touch && query === '(hover: none)' }));
  scope = createScope(createGuard(() => undefined));
  startTouchExit({ scope, now: () => now, observe: () => exits++ });
};
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const become = (state: DocumentVisibilityState): void => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

it.each([[1_999, 0], [2_000, 1]])('away for %i ms and back', (away, expected) => {
  begin(true);
  become('hidden');
  now += away;
  become('visible');
  expect(exits).toBe(expected);
});

it.each([[true, 1], [false, 0]])('the page shown again, from the back/forward cache: %s', (persisted, expected) => {
  vi.useFakeTimers();
  begin(true);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  vi.advanceTimersByTime(5_000);
  // No clause that leaves out the first five seconds would hear it yet.
  expect(exits).toBe(0);
  vi.advanceTimersByTime(5_000);
  expect(exits).toBe(expected);
});

it('where a mouse hovers none of it is heard', () => {
  begin(false);
  become('hidden');
  now += 10_000;
  become('visible');
  expect(exits).toBe(0);
});
