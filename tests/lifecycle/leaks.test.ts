import { expect, it } from 'vitest';
import { MOST_HEAP, playLeaks } from './leaks/playLeaks.ts';

/** `npm run promises -- leaks` plays it in other browsers. */
it('17: neither 200 times init and destroy nor 1,000 routes leave a listener, a timer, a node, or 1 MiB', async () => {
  const { cycles, routes, views } = await playLeaks();
  for (const { heap, listeners, alive, held } of [cycles, routes]) {
    expect(alive).toBe(0);
    // Fewer: something of the first rounds was collected, or a timer of theirs ran out, only now.
    expect([listeners <= 0, held <= 0]).toEqual([true, true]);
    expect(heap).toBeLessThan(MOST_HEAP);
  }
  expect(views).toBe(1_100);
});
