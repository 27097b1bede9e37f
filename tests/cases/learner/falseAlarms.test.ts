/** A few of the campaigns that `npm run simulate:aa` plays, where a small control group is hardest on the plain sequence. */
import { expect, it } from 'vitest';
import { playShop } from '../../../scripts/simulate-aa/playShop.ts';
import { NOTHING_CHANGES, SOMETHING_CHANGES } from '../../../scripts/simulate-aa/Shop.ts';

const play = (shop: (typeof NOTHING_CHANGES)[number] | undefined, campaigns: number) => playShop({ shop: shop!, campaigns, days: 60, seed: 3 }, () => undefined);

it('where nothing changes no range leaves zero out; by each arm’s own spread one in ten would', () => {
  const seen = play(NOTHING_CHANGES.find(({ conversion, control, perDay }) => conversion === 0.02 && control === 0.1 && perDay === 200), 60);
  expect(Math.max(seen.value, seen.conversion, seen.mismatch)).toBeLessThanOrEqual(0.05);
  expect(seen.plainValue).toBeGreaterThan(0.1);
});

it('where half of the buyers stay away it is seen, and holds the truth', () => {
  const seen = play(SOMETHING_CHANGES.find(({ lift }) => lift === -0.5), 20);
  expect([seen.conversion, seen.below]).toEqual([1, 1]);
  expect(seen.missed).toBeLessThanOrEqual(0.05);
});
