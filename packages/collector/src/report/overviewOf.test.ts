import { expect, it } from 'vitest';
import { overviewOf } from './overviewOf.ts';

const NOW = 1_800_000_030_000;
const shard = (own: object) => ({ minutes: [], today: [], pages: [], recent: [], loadsOfDay: 0, sessionsOfDay: 0, sessionsEver: 0, ...own });

it.each([
  ['nothing', {}, 'nothing_yet'], ['a few loads', { loadsOfDay: 19 }, 'nothing_yet'], ['many loads, no summary', { loadsOfDay: 20 }, 'consent_unanswered'],
  ['many loads, summaries long ago', { loadsOfDay: 20, sessionsEver: 5 }, 'consent_unanswered'], ['summaries today', { loadsOfDay: 20, sessionsOfDay: 1, sessionsEver: 5 }, 'installed'],
  ['a quiet day', { sessionsEver: 5 }, 'installed'],
])('%s: %s', (_name, own, installation) => {
  expect(overviewOf([shard({}), shard(own)], NOW).installation).toBe(installation);
});

it('lays five minutes out, oldest first, and adds the shards up', () => {
  const at = NOW - (NOW % 60_000);
  const overview = overviewOf([shard({ minutes: [{ at, summaries: 2, exposures: 1 }] }), shard({ minutes: [{ at, summaries: 3, exposures: 0 }, { at: at - 120_000, summaries: 1, exposures: 1 }] })], NOW);
  expect(overview.minutes).toEqual([
    { at: at - 240_000, summaries: 0, exposures: 0 }, { at: at - 180_000, summaries: 0, exposures: 0 }, { at: at - 120_000, summaries: 1, exposures: 1 },
    { at: at - 60_000, summaries: 0, exposures: 0 }, { at, summaries: 5, exposures: 1 },
  ]);
});

it('adds the pages of all shards up, the most viewed first', () => {
  const { pages } = overviewOf([shard({ pages: [{ id: 'product', views: 2, sessions: 1 }] }), shard({ pages: [{ id: 'cart', views: 4, sessions: 1 }, { id: 'product', views: 3, sessions: 2 }] })], NOW);
  expect(pages).toEqual([{ id: 'product', views: 5, sessions: 3 }, { id: 'cart', views: 4, sessions: 1 }]);
});
