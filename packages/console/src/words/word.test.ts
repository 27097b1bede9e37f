import { GATES, REASONS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { EN } from './en.ts';
import { word } from './word.ts';
import { wordOr } from './wordOr.ts';

it('fills places, and takes the form for one and for none', () => {
  expect(word('edit.issues', { n: 3 })).toBe('3 mistakes');
  expect(word('edit.issues', { n: 1 })).toBe('One mistake');
  expect(word('edit.issues', { n: '1' })).toBe('One mistake');
  expect(word('trace.frequency.seen', { n: '0' })).toBe('The campaign’s own caps had room: not shown before.');
  expect(word('edit.done', {})).toBe('Version {version} is published.');
});

it('has a word for every gate and every reason of the protocol', () => {
  const trace = (gate: string): readonly string[] => gate === 'control' ? ['treatment', 'control', 'holdout', 'shadow'].map(arm => `trace.arm.${arm}`) : [`trace.${gate}`];
  const missing = [...GATES.flatMap(gate => [`gate.${gate}`, ...trace(gate)]), ...REASONS.filter(Boolean).map(reason => `reason.${reason}`)].filter(key => !(key in EN));
  expect(missing).toEqual([]);
});

it('names what it has no word for by its own name, and nothing of the prototype', () => {
  expect([wordOr('gate', 'typing'), wordOr('gate', 'new_gate'), wordOr('device', 'constructor')]).toEqual(['Visitor was typing', 'new_gate', 'constructor']);
});
