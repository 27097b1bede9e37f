import { expect, it } from 'vitest';
import { permit } from './consent.ts';

it.each([
  ['granted', 'help', true, { show: 'full', measured: true, capsKnown: true }],
  ['functional', 'help', true, { show: 'full', measured: false, capsKnown: true }],
  ['pending', 'help', true, { show: 'help', measured: false, capsKnown: true }],
  ['denied', 'help', true, { show: 'help', measured: false, capsKnown: true }],
  ['denied', 'none', true, { show: 'none', measured: false, capsKnown: true }],
  ['pending', 'all', true, { show: 'full', measured: false, capsKnown: true }],
  ['granted', 'help', false, { show: 'help', measured: false, capsKnown: false }],
  ['functional', 'none', false, { show: 'none', measured: false, capsKnown: false }],
  ['pending', 'help', false, { show: 'help', measured: false, capsKnown: true }],
] as const)('%s, without consent %s, storage works: %s', (consent, without, works, expected) => {
  expect(permit(consent, without, works)).toEqual(expected);
});
