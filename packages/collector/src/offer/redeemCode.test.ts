import { expect, it } from 'vitest';
import { CODES, MINTED, MINUTE, PUBLIC, openOffer, recount } from '../../../../tests/worker/harness/openOffer.ts';

it('places an order for what it held, whatever the offer says by then', () => {
  const { claim, redeem, publish, store } = openOffer(MINTED);
  const [first, second] = [claim('a'), claim('b')];
  expect(redeem(first, 'o-1', { hold: true, discount: 10 })).toBe('held');
  publish({ ...MINTED, worth: 5 });
  expect([redeem(first, 'o-1', { discount: 10 }), redeem(second, 'o-2', { discount: 10.01 }), redeem(second, 'o-2', { discount: 10 })]).toEqual(['placed', 'invalid', 'placed']);
  expect(store.ledger()).toEqual({ taken: 2, spent: 20_000 });

  const other = openOffer(MINTED);
  const code = other.claim('a');
  other.publish({ ...MINTED, worth: 15 });
  expect(other.redeem(code, 'o-1', { hold: true, discount: 12 })).toBe('held');
  other.publish({ ...MINTED, worth: 5 });
  expect([other.redeem(code, 'o-1', { discount: 12 }), other.store.ledger()]).toEqual(['placed', { taken: 1, spent: 12_000 }]);
});

it('places what was held of a code made here though the offer has one code for all by then, and takes it once', () => {
  const { store, publish, claim, redeem, sql } = openOffer(MINTED);
  expect([claim('a'), claim('b'), redeem(CODES[0]!, 'o-1', { hold: true, discount: 8 })]).toEqual([CODES[0], CODES[1], 'held']);
  publish(PUBLIC);
  expect(redeem(CODES[0]!, 'o-1', { discount: 8 })).toBe('placed');
  expect([store.ledger(), recount(sql)]).toEqual([{ taken: 2, spent: 18_000 }, { taken: 2, spent: 18_000 }]);
});

it('knows what an order holds however it is typed, though the offer has a pool by then; another code of the pool is another', () => {
  const { store, publish, claim, redeem } = openOffer(PUBLIC);
  expect(redeem('sale', 'o-1', { hold: true, discount: 8 })).toBe('held');
  publish({ ...PUBLIC, mode: 'pool' });
  store.fillPool(['abc', 'ABC']);
  expect([claim('a'), claim('b'), redeem('sale', 'o-1', { discount: 8 }), redeem('abc', 'o-2', { hold: true }), redeem('ABC', 'o-2')]).toEqual(['abc', 'spend', 'placed', 'held', 'not_found']);
});

it('places what was held of a public code though there is less money by then', () => {
  const { redeem, publish } = openOffer(PUBLIC);
  expect(redeem('SALE', 'o-1', { hold: true, discount: 10 })).toBe('held');
  publish({ ...PUBLIC, spend: 5 });
  expect([redeem('SALE', 'o-2', { discount: 1 }), redeem('SALE', 'o-1', { discount: 10 })]).toEqual(['expired', 'placed']);
});

it('refuses at the hold, not at the payment, what a money budget that came later has no room for', () => {
  const { claim, redeem, publish, store } = openOffer({ mode: 'minted', budget: 3, validFor: 20 * MINUTE });
  const [first, second] = [claim('a'), claim('b')];
  publish({ ...MINTED, spend: 10 });
  expect([redeem(first, 'o-1', { hold: true }), redeem(second, 'o-2', { hold: true }), redeem(first, 'o-1')]).toEqual(['held', 'expired', 'placed']);
  expect(store.ledger()).toEqual({ taken: 2, spent: 10_000 });
});

it('answers an order the same after its public code was given another name, and lets it take the new one', () => {
  const { redeem, publish, store } = openOffer({ ...PUBLIC, budget: 2 });
  expect([redeem('sale', 'o-1'), redeem('sale', 'o-2', { hold: true })]).toEqual(['placed', 'held']);
  publish({ ...PUBLIC, code: 'WINTER', budget: 2 });
  expect([redeem('sale', 'o-1'), redeem('sale', 'o-2', { hold: true }), redeem('winter', 'o-2'), redeem('winter', 'o-3'), redeem('sale', 'o-3')]).toEqual(['placed', 'held', 'placed', 'expired', 'not_found']);
  expect(store.ledger().taken).toBe(2);
});
