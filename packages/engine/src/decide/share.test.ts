import { expect, it } from 'vitest';
import type { Core } from '../memory.ts';
import { share } from './share.ts';

const at = (visitor: string, campaign: string, purpose: string): number =>
  share({ config: { site: { salt: 'salt' } }, visitor } as unknown as Core, campaign, purpose);
const MANY = 100_000;

it('spreads visitors evenly', () => {
  const bins = Array.from({ length: 100 }, () => 0);
  for (let index = 0; index < MANY; index++) bins[Math.floor(at(`v${index}`, 'c', 'control') * 100)]!++;
  // Chi-square with 99 degrees of freedom exceeds 160 once in 10,000 salts.
  const expected = MANY / 100;
  expect(bins.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)).toBeLessThan(160);
});

it('draws each campaign and each purpose anew', () => {
  for (const [campaign, purpose] of [['d', 'control'], ['c', 'rollout'], ['', 'holdout']] as const) {
    let both = 0;
    for (let index = 0; index < MANY; index++) if (at(`v${index}`, 'c', 'control') < 0.1 && at(`v${index}`, campaign, purpose) < 0.1) both++;
    // 1 % of all, give or take five standard deviations.
    expect(Math.abs(both / MANY - 0.01)).toBeLessThan(0.0016);
  }
});

it('is the same for the same visitor, and known for ever', () => {
  expect(at('visitor', 'c1', 'control')).toBe(at('visitor', 'c1', 'control'));
  // Changing these would move visitors between arms.
  expect([at('visitor', 'c1', 'control'), at('访客', 'c1', 'control')].map((one) => one.toFixed(9))).toMatchInlineSnapshot(`
    [
      "0.029983541",
      "0.237333616",
    ]
  `);
});
