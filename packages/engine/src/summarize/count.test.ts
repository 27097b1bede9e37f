import { COMMERCE_EVENTS, COUNTS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import type { Core } from '../memory.ts';
import { count } from './count.ts';

const counted = (name: string): object => {
  const counts = {};
  count({ runs: {}, tally: { counts, loss: {}, pages: {} } } as unknown as Core, { kind: 'event', at: 0, name });
  return counts;
};

it.each(Object.keys(COMMERCE_EVENTS))('counts %s under its own name, which summaries know', (name) => {
  expect(counted(name)).toEqual({ events: 1, [name]: 1 });
  expect(COUNTS).toHaveProperty(name);
});

it.each(['', 'add_to_cart_x', 'my purchase', 'toString', 'view'])('counts "%s" as an event only', (name) => expect(counted(name)).toEqual({ events: 1 }));
