import { expect, it } from 'vitest';
import { rushClaims } from './claims/rushClaims.ts';

it('400 visitors at once on a budget of 100, through killed Workers: 100 codes, each one’s own and always the same', async () => {
  const rush = await rushClaims({ claims: 400, kills: 2 });
  expect(rush).toMatchObject({ answers: 800, codes: 100, claimed: 100, unspent: 0, overspent: 0, torn: 0, shared: 0, odd: 0 });
  // It was a rush through kills indeed.
  expect(Math.min(rush.kills, rush.cut)).toBeGreaterThan(0);
}, 180_000);
