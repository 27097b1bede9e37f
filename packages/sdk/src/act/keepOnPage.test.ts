// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { keepOnPage } from './keepOnPage.ts';

/** MutationObserver tells on a microtask. */
const told = () => new Promise((resolve) => setTimeout(resolve));

it('puts back once, tells the second time, and no more once stopped', async () => {
  const element = document.createElement('b');
  document.documentElement.append(element);
  let gone = 0;
  const stop = keepOnPage(createScope(createGuard((error) => { throw error; })), element, () => gone++);
  element.remove();
  await told();
  expect([element.isConnected, gone]).toEqual([true, 0]);
  document.documentElement.append(document.createElement('i'));
  await told();
  expect(gone).toBe(0);
  element.remove();
  await told();
  expect([element.isConnected, gone]).toEqual([false, 1]);
  stop();
  document.documentElement.append(element);
  element.remove();
  await told();
  expect(gone).toBe(1);
});
