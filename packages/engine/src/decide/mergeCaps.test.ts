import { LIMITS } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Core } from '../memory.ts';
import type { Caps, CapScope } from '../observation.ts';
import { KEPT } from './kept.ts';
import { mergeCaps } from './mergeCaps.ts';

const merged = (ours: Caps['scopes'], theirs: Caps['scopes']): Caps['scopes'] => {
  const caps = { arms: {}, latest: 0 };
  const core = { caps: { ...caps, scopes: ours }, at: 0, offset: 0 } as unknown as Core;
  mergeCaps(core, { ...caps, scopes: theirs });
  return core.caps.scopes;
};
const scope = (lifetime: number, waitUntil = 0): CapScope => ({ shown: [], lifetime, waitUntil });
const many = (count: number, one: CapScope): Caps['scopes'] => Object.fromEntries(Array.from({ length: count }, (_, n) => [`c:${n}`, one]));

it('lowers no cap of its own, however many scopes the other side knows', () => {
  const ours = { '*': scope(3, 7), 'c:mine': scope(2), 'c:2999': scope(1) };
  const all = merged(ours, { ...many(3_000, scope(5)), '*': scope(4) });
  expect([all['*'], all['c:mine'], all['c:2999']]).toEqual([scope(4, 7), scope(2), scope(5)]);
  expect(Object.keys(all)).toHaveLength(2_000);
});

it('keeps every arm of its own, and of theirs as many as there is room for', () => {
  const arms = (from: number, letter: string): Caps['arms'] => Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`k${n + from}`, letter]));
  const core = { caps: { scopes: {}, arms: arms(1_000, 't'), latest: 0 }, at: 0, offset: 0 } as unknown as Core;
  mergeCaps(core, { scopes: {}, arms: arms(0, 'c'), latest: 0 });
  expect(core.caps.arms).toMatchObject(arms(1_000, 't'));
  expect(Object.keys(core.caps.arms)).toHaveLength(2_000);
});

const scopes = fc.dictionary(fc.constantFrom('*', 'c:a', 'c:b', 'g:a'), fc.record({
  shown: fc.array(fc.tuple(fc.nat(200), fc.constantFrom('s', 't')), { minLength: 20, maxLength: 60 }), lifetime: fc.nat(100), waitUntil: fc.nat(1_000),
}));

it('keeps of every scope the greater side and the latest fifty impressions in their order, whichever side it is told first', () => {
  fc.assert(fc.property(scopes, scopes, (a, b) => {
    const ab = merged(a, b), ba = merged(b, a);
    expect(Object.keys(ab).sort()).toEqual([...new Set([...Object.keys(a), ...Object.keys(b)])].sort());
    for (const [key, one] of Object.entries(ab)) {
      const known = [a[key], b[key]].filter((side) => side !== undefined);
      expect([one.lifetime, one.waitUntil]).toEqual([Math.max(...known.map((side) => side.lifetime)), Math.max(...known.map((side) => side.waitUntil))]);
      const moments = [...new Map(known.flatMap((side) => side.shown).map((shown) => [String(shown), shown[0]])).values()].sort((x, y) => x - y);
      // Of two at the same millisecond either may be the one that is too many.
      for (const side of [ab, ba]) expect(side[key]!.shown.map(([at]) => at)).toEqual(moments.slice(-50));
      expect([ba[key]!.lifetime, ba[key]!.waitUntil]).toEqual([one.lifetime, one.waitUntil]);
    }
  }));
});

it('remembers as many impressions as a cap may ask for', () => expect(KEPT).toBe(LIMITS.impressions));
