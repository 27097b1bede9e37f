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

it('adds the pages up of the latest sessions of all shards, the most viewed first; bots aside', () => {
  const row = (at: number, views: Record<string, number>, bot = false) => ({ at, session: `s${at}`, bot, views });
  const old = Array.from({ length: 18 }, (_, n) => row(n + 10, { home: 1 }));
  const { pages } = overviewOf([
    shard({ pages: [row(99, { product: 2, cart: 1 }), ...old.toReversed(), row(1, { account: 50 })] }),
    shard({ pages: [row(98, { product: 3 }), row(97, { product: 100 }, true)] }),
  ], NOW);
  expect(pages).toEqual([{ id: 'home', views: 17, sessions: 17 }, { id: 'product', views: 5, sessions: 2 }, { id: 'cart', views: 1, sessions: 1 }]);
});
