import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COUNTS } from '../counts.ts';
import { SHIPPED_FEATURES } from '../features.ts';
import type { Summary } from '../summary.ts';
import { mergeParts } from './mergeParts.ts';

const small = fc.integer({ min: 0, max: 9 });
const record = <T>(keys: readonly string[], value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3, noNullPrototype: true });
const byId = <T extends { readonly id: string }>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 3 });
const outcome = fc.constantFrom('none', 'ignore', 'dismiss', 'click', 'convert') as fc.Arbitrary<Summary['exposures'][number]['outcome']>;
const id = fc.constantFrom('x', 'y', 'z');

const summary: fc.Arbitrary<Summary> = fc.record({
  session: fc.constant('s'), part: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'), visitor: fc.constantFrom('v', 'w'), seq: small, sdk: fc.constant('0.1.0'), bot: fc.constantFrom(0, 0.5),
  context: fc.record({ device: fc.constantFrom('desktop', 'phone'), locale: fc.constant('en'), referrer: fc.constantFrom('direct', 'search') }) as fc.Arbitrary<Summary['context']>,
  config: fc.constantFrom('c1', 'c2'), model: fc.constant(''), startedAt: small, durationMs: small, activeMs: small,
  pages: record(['home', 'cart'], fc.record({ views: small, activeMs: small, episodes: small })),
  counts: record(Object.keys(COUNTS), small),
  signals: record(['a', 'b'], fc.record({ count: small, longestRun: small })),
  cart: fc.record({ stage: fc.constantFrom('none', 'cart', 'checkout'), value: small, currency: fc.constant('EUR'), items: small, idleMs: small, revisits: small }, { requiredKeys: ['stage', 'items', 'idleMs', 'revisits'] }) as fc.Arbitrary<Summary['cart']>,
  features: record(Object.keys(SHIPPED_FEATURES), fc.float({ min: 0, max: 100, noNaN: true }).map((value) => Math.round(value * 100) / 100)),
  intents: record(['abandon'], fc.record({ peak: small, last: small })),
  snapshots: fc.uniqueArray(fc.record({ on: fc.constantFrom('cart', 'checkout'), at: small, x: fc.array(small, { maxLength: 2 }) }), { selector: ({ on }) => on }) as fc.Arbitrary<Summary['snapshots']>,
  gates: record(['a', 'b'], record(['page', 'trigger'], small)) as fc.Arbitrary<Summary['gates']>,
  exposures: byId(fc.record({ id, campaign: fc.constant('a'), version: small, variant: fc.constant(''), arm: fc.constant('treatment' as const), at: small, outcome, reason: fc.constant('' as const), helped: fc.boolean(), trace: fc.constant([]) },
    { requiredKeys: ['id', 'campaign', 'version', 'variant', 'arm', 'at', 'outcome', 'reason', 'trace'] })),
  goals: byId(fc.record({ id, event: fc.constant('purchase'), value: small, at: small })),
  items: byId(fc.record({ id, views: small, carted: small })),
  loss: record(['full'], small),
}, { requiredKeys: ['session', 'part', 'visitor', 'seq', 'sdk', 'bot', 'context', 'config', 'model', 'startedAt', 'durationMs', 'activeMs', 'pages', 'counts', 'signals', 'cart', 'features', 'intents', 'snapshots', 'gates', 'exposures', 'goals', 'loss'] });
const parts = fc.array(summary, { minLength: 1, maxLength: 6 });
const distinct = fc.uniqueArray(summary, { selector: ({ part }) => part, minLength: 2, maxLength: 5 });

it('gives the same session in any order', () => {
  fc.assert(fc.property(parts, fc.func(fc.nat()), (list, order) => {
    const shuffled = [...list].sort((a, b) => order(a) - order(b));
    expect(mergeParts([...list].reverse())).toEqual(mergeParts(list));
    expect(mergeParts(shuffled)).toEqual(mergeParts(list));
  }));
});

it('gives the same session in any grouping', () => {
  fc.assert(fc.property(distinct, fc.nat(3), (list, cut) => {
    const at = 1 + (cut % (list.length - 1));
    const grouped = mergeParts([mergeParts(list.slice(0, at)), mergeParts(list.slice(at))]);
    expect(grouped).toEqual(mergeParts(list));
  }));
});

it('counts a part once, however often it came, and only its highest seq', () => {
  fc.assert(fc.property(parts, (list) => {
    expect(mergeParts([...list, ...list])).toEqual(mergeParts(list));
    const newer = { ...(list[0] as Summary), seq: 10 };
    expect(mergeParts([...list, newer])).toEqual(mergeParts([...list.filter(({ part }) => part !== newer.part), newer]));
  }));
});

it('adds what adds up and keeps what is the greatest', () => {
  const [one] = fc.sample(summary, { numRuns: 1, seed: 7 }) as [Summary];
  const a: Summary = { ...one, part: 'p1', startedAt: 100, durationMs: 50, activeMs: 30, counts: { page_views: 2, scroll_percent: 40 }, signals: { s: { count: 1, longestRun: 3 } }, features: { 'session.pages': 2, 'cart.value': 10 } };
  const b: Summary = { ...one, part: 'p2', startedAt: 120, durationMs: 80, activeMs: 20, counts: { page_views: 3, scroll_percent: 90 }, signals: { s: { count: 2, longestRun: 2 } }, features: { 'session.pages': 1, 'cart.value': 30 } };
  const { startedAt, durationMs, activeMs, counts, signals, features, part } = mergeParts([b, a]);
  expect({ startedAt, durationMs, activeMs, counts, signals, features, part }).toEqual({
    startedAt: 100, durationMs: 100, activeMs: 50, counts: { page_views: 5, scroll_percent: 90 },
    signals: { s: { count: 3, longestRun: 3 } }, features: { 'session.pages': 3, 'cart.value': 30 }, part: 'p1+p2',
  });
});

it.each([
  ['only one was told', undefined, true, true],
  ['both were told the same', true, true, true],
  ['a no weighs more than a yes, whichever outcome is stronger', false, true, false],
  ['nobody was told', undefined, undefined, undefined],
] as const)('an exposure in two tabs keeps its stronger outcome, and the answer: %s', (_name, one, other, expected) => {
  const [of] = fc.sample(summary, { numRuns: 1, seed: 7 }) as [Summary];
  const tab = (part: string, outcome: 'click' | 'convert', helped: boolean | undefined): Summary => ({
    ...of, part, exposures: [{ id: 'x', campaign: 'a', version: 1, variant: '', arm: 'treatment', at: 1, outcome, reason: '', trace: [], ...(helped !== undefined && { helped }) }],
  });
  for (const [click, convert] of [[one, other], [other, one]]) {
    const { exposures: [merged] } = mergeParts([tab('p1', 'click', click), tab('p2', 'convert', convert)]);
    expect([merged?.outcome, merged?.helped]).toEqual(['convert', expected]);
  }
});
