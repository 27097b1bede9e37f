import type { Exposure } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createFormat } from '../format/createFormat.ts';
import { traceLines } from './traceLines.ts';

it('says each gate in a sentence, also one of a newer SDK', () => {
  const trace: Exposure['trace'] = [[1, 0.312], [2, 1_790_000_000_000], [5, 3], [7, 0], [9, 1], [99, 2]];
  expect(traceLines({ trace } as Exposure, createFormat({ locale: 'en-US' }))).toEqual([
    'The visitor is part of the rollout (drew 0.31).', 'It was within the schedule.', 'The trigger fired, after 3 occurrences.',
    'The campaign’s own caps had room: shown 0 times before.', 'The site’s caps had room: one message shown before.', 'Gate 99 passed (2).',
  ]);
});
