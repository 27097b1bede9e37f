import type { Summary } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { keepKnown, knownOf } from './keepKnown.ts';

const known = knownOf({ pages: ['workflow'], signals: ['save'], events: ['upgrade'], campaigns: [['stall', ['b']]] });
const EXPOSURE = { id: 'e', campaign: 'stall', version: 1, variant: '', arm: 'treatment', at: 1, outcome: 'none', reason: '', trace: [] } as const;
const SUMMARY: Summary = {
  session: 's', part: 'p', visitor: 'v', seq: 1, sdk: '0.1.0', config: 'c', model: '', bot: 0, startedAt: 1, durationMs: 1, activeMs: 1,
  context: { device: 'desktop', locale: 'en', referrer: 'direct' }, cart: { stage: 'none', items: 0, idleMs: 0, revisits: 0 },
  pages: { workflow: { views: 1, activeMs: 1, episodes: 1 }, checkout: { views: 1, activeMs: 1, episodes: 1 } }, counts: { clicks: 1 }, signals: { save: { count: 1, longestRun: 1 } },
  features: {}, intents: { struggle: { peak: 1, last: 1 } }, snapshots: [], gates: { stall: { page: 1 } }, exposures: [EXPOSURE, { ...EXPOSURE, id: 'f', variant: 'b' }],
  goals: [{ id: 'g', event: 'upgrade', at: 1 }, { id: 'h', event: 'purchase', at: 1 }], loss: { storage: 2 },
};

it('leaves what the site published, and the contract’s own names, as they are', () => {
  expect(keepKnown(SUMMARY, known)).toEqual(SUMMARY);
});

const page = { views: 1, activeMs: 1, episodes: 1 };
it.each<readonly [string, Partial<Summary>, number]>([
  ['a page', { pages: { ...SUMMARY.pages, bob: page } }, 1], ['a signal', { signals: { ...SUMMARY.signals, bob: { count: 9, longestRun: 1 } } }, 1],
  ['an intent', { intents: { ...SUMMARY.intents, bob: { peak: 1, last: 1 } } }, 1], ['gates', { gates: { ...SUMMARY.gates, bob: { page: 7 } } }, 1],
  ['an exposure', { exposures: [...SUMMARY.exposures, { ...EXPOSURE, id: 'x', campaign: 'bob' }] }, 1],
  ['a variant', { exposures: [...SUMMARY.exposures, { ...EXPOSURE, id: 'x', variant: 'bob' }] }, 1],
  ['a goal', { goals: [...SUMMARY.goals, { id: 'x', event: 'bob', at: 1 }] }, 1], ['items', { items: [{ id: 'bob', views: 1, carted: 1 }, { id: 'eve', views: 1, carted: 1 }] }, 2],
  ['a loss, its count kept', { loss: { ...SUMMARY.loss, bob: 5, constructor_: 2 } }, 7], ['several', { loss: { ...SUMMARY.loss, unknown: 3 }, pages: { ...SUMMARY.pages, bob: page } }, 4],
  ['more than a count may be', { loss: { ...SUMMARY.loss, bob: 1_000_000_000, eve: 1_000_000_000 } }, 1_000_000_000],
])('drops %s that is not known, and counts it', (_name, own, unknown) => {
  expect(keepKnown({ ...SUMMARY, ...own }, known)).toEqual({ ...SUMMARY, loss: { storage: 2, unknown } });
});
