import { expect, it } from 'vitest';
import { makeExposure, makeGoal, makeSummary } from '../../../../tests/worker/harness/makeSummary.ts';
import { eventsOf } from './eventsOf.ts';

const summary = (own: object) => makeSummary({ visitor: 'v', session: 's', ...own });

it('tells of what is new: messages that were seen, and goals', () => {
  const before = summary({ exposures: [makeExposure({ id: 'e1', outcome: 'none', reason: '' }), makeExposure({ id: 'e2' })], goals: [makeGoal({ id: 'g1' })] });
  const after = summary({ exposures: [makeExposure({ id: 'e1' }), makeExposure({ id: 'e2', outcome: 'convert' }), makeExposure({ id: 'e3', arm: 'control' }), makeExposure({ id: 'e4', reason: 'load' })], goals: [makeGoal({ id: 'g1' }), makeGoal({ id: 'g2' })] });
  expect(eventsOf(before, after)).toEqual([{ kind: 'message', event: 'message_s_e1', ref: 'e1' }, { kind: 'conversion', event: 'conversion_s_g2', ref: 'g2' }]);
  expect(eventsOf(undefined, before).map(({ event }) => event)).toEqual(['message_s_e2', 'conversion_s_g1']);
  expect(eventsOf(after, after)).toEqual([]);
});

it('tells nothing of what is automated', () => {
  expect(eventsOf(undefined, summary({ bot: 0.5, exposures: [makeExposure({ id: 'e1' })], goals: [makeGoal({ id: 'g1' })] }))).toEqual([]);
});
