import { expect, it } from 'vitest';
import { triggerText } from './triggerText.ts';

const source = {
  campaigns: [
    { id: 'stall', trigger: { any: [{ on: 'dwell', page: 'checkout', for: '10s', consecutive: 3 }, { on: 'exit_intent' }] } },
    { id: 'both', trigger: { all: [{ on: 'event', name: 'x', resetOn: ['y'] }, { on: 'idle', for: '30s' }], within: '1h' } },
    { id: 'none' }, null,
  ],
};

it.each([
  ['stall', 'dwell (page checkout, for 10s, consecutive 3) or exit_intent'],
  ['both', 'event (name x, resetOn ["y"]) and idle (for 30s)'],
  ['none', undefined], ['gone', undefined],
])('writes the trigger of %s on one line', (id, text) => {
  expect(triggerText(source, id)).toBe(text);
});

it('finds none in what is no configuration', () => {
  expect([triggerText(undefined, 'a'), triggerText([], 'a'), triggerText({ campaigns: {} }, 'a')]).toEqual([undefined, undefined, undefined]);
});
