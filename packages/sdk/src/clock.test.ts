import { expect, it } from 'vitest';
import { createClock } from './clock.ts';

it('starts at wall time and goes on with monotonic time, whatever the system clock does', () => {
  let wall = 1_000_000, elapsed = 500.4;
  const now = createClock({ performance: { now: () => elapsed } as Performance, Date: { now: () => wall } as DateConstructor });
  expect(now()).toBe(1_000_000);
  elapsed += 250;
  wall -= 86_400_000;
  expect(now()).toBe(1_000_250);
});
