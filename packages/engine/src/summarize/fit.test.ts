import { afterEach, expect, it } from 'vitest';
import { fit } from './fit.ts';

afterEach(() => Reflect.deleteProperty(Array.prototype, 'toJSON'));

it('measures what will be written, whatever the page laid on its arrays', () => {
  const body = { goals: Array.from({ length: 40 }, (_, id) => ({ id, name: 'purchase' })) };
  const loss = {};
  Object.defineProperty(Array.prototype, 'toJSON', { value: () => '', configurable: true });
  fit(body, loss, ['goals'], 500);
  expect([body.goals.map(({ id }) => id), loss]).toEqual([[30, 31, 32, 33, 34, 35, 36, 37, 38, 39], { trimmed: 30 }]);
});
