import { GATES, type Exposure } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createFormat } from '../format/createFormat.ts';
import { traceLines } from './traceLines.ts';

const format = createFormat({ locale: 'en-US' });
const linesOf = (own: Partial<Exposure>) => traceLines({ arm: 'treatment', reason: '', trace: [], ...own } as Exposure, format);
const textOf = (own: Partial<Exposure>, gate: string) => linesOf(own).find(line => line.gate === gate)?.text;

it('says every gate in a sentence and in order, with the number where one was seen', () => {
  const trace: Exposure['trace'] = [[1, 0.312], [2, 1_790_000_000_000], [7, 0], [8, 1], [9, 2]];
  const lines = linesOf({ trace });
  expect(lines.map(({ gate }) => gate)).toEqual([...GATES]);
  expect(lines.every(({ open }) => open)).toBe(true);
  expect(lines.slice(0, 10).map(({ text }) => text)).toEqual([
    'The campaign was on.', 'The visitor is part of the rollout (drew 0.31).', 'No schedule stood against it.', 'Consent allowed it.',
    'The visitor was on the right page.', 'The trigger fired.', 'No condition stood against it.', 'The campaign’s own caps had room: not shown before.',
    'The group’s caps had room: one of its messages shown before.', 'The site’s caps had room: 2 messages shown before.',
  ]);
  expect(new Set(lines.map(({ text }) => text)).size).toBe(GATES.length);
});

it('names the trigger where it is known', () => {
  const line = traceLines({ arm: 'treatment', reason: '', trace: [] } as unknown as Exposure, format, 'idle (for 30s)').find(({ gate }) => gate === 'trigger');
  expect(line?.text).toBe('The trigger fired: idle (for 30s).');
});

it('has a sentence for a gate without a number, and one for a gate of a newer SDK', () => {
  expect(textOf({}, 'rollout')).toBe('The visitor is part of the rollout.');
  expect(textOf({}, 'frequency')).toBe('The campaign’s own caps had room.');
  expect(textOf({ trace: [[99, 2]] }, '99')).toBe('Gate 99 passed (2).');
});

it('ends with the draw where the message was kept back, and with the shop’s veto where there was one', () => {
  expect(linesOf({ arm: 'control' }).at(-1)).toEqual({ gate: 'control', open: false, text: 'The draw put the visitor in the control group.' });
  expect(linesOf({ arm: 'holdout' }).at(-1)).toMatchObject({ gate: 'control', open: false });
  expect(linesOf({ reason: 'veto' }).at(-1)).toEqual({ gate: 'veto', open: false, text: 'The shop’s own check held it back.' });
});
