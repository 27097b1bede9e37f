import { expect, it } from 'vitest';
import { createEngine } from '../createEngine.ts';
import type { Observation } from '../observation.ts';
import { goalId } from './goalId.ts';

it('is the id that the engine gives the same order, wherever it is seen', () => {
  const engine = createEngine({
    at: 1, visitor: 'v', session: 's', random: () => 0.5,
    config: {
      v: 1, version: 'c', site: { id: 'shop', salt: 's' }, locale: 'en', pages: [], signals: [], targets: [], events: {}, sources: [], groups: {}, frequency: {}, holdout: 0, offers: {}, texts: {},
      campaigns: [{ id: 'a', version: 1, status: 'live', rollout: 1, priority: 1, trigger: { mode: 'any', clauses: [{ on: 'event', name: 'x', times: 1 }] }, message: { kind: 'card', title: '', body: '' }, frequency: {}, control: 0, hold: 1, goal: { event: 'purchase', within: 1_000 } }],
    },
  });
  engine.observe({ kind: 'event', at: 2, name: 'purchase', props: { value: 5, currency: 'EUR', transaction_id: '5551234' } } as Observation);
  expect(engine.summary().goals[0]!.id).toBe(goalId('shop', 'purchase', '5551234'));
});
