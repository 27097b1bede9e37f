import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CODES, MINTED, MINUTE, NOW, PUBLIC, openOffer, recount } from '../../../../tests/worker/harness/openOffer.ts';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { OFFER_SCHEMA } from './schema.ts';

it('sets aside what a code is worth, and gives back what an order did not take', () => {
  const { store, claim, redeem } = openOffer(MINTED);
  expect([claim('a'), claim('b'), claim('c')]).toEqual([CODES[0], CODES[1], 'spend']);
  expect(store.ledger()).toEqual({ taken: 2, spent: 20_000 });
  expect(redeem(CODES[0]!, 'o-1', { discount: 4.5 })).toBe('placed');
  expect(store.ledger()).toEqual({ taken: 2, spent: 14_500 });
  expect([claim('c'), claim('d')]).toEqual([CODES[2], 'budget']);
});

it('takes what is not told, or told in another currency, for all that a code is worth; and refuses more', () => {
  const { store, claim, redeem, sql } = openOffer(MINTED);
  expect([claim('a'), claim('b')]).toEqual([CODES[0], CODES[1]]);
  expect(redeem(CODES[0]!, 'o-1', { discount: 10.01 })).toBe('invalid');
  expect(redeem(CODES[0]!, 'o-1')).toBe('placed');
  expect(redeem(CODES[1]!, 'o-2', { discount: 900, currency: 'JPY' })).toBe('placed');
  expect(store.ledger()).toEqual({ taken: 2, spent: 20_000 });
  expect(sql.exec('SELECT discount FROM redemptions ORDER BY order_id').toArray().map((row) => row['discount'])).toEqual([10, 900]);
});

it('gives a code that ran out unused back to the budget, and its visitor no other', () => {
  const { claim, redeem, pass, free, store } = openOffer({ ...MINTED, budget: 1 });
  expect([claim('a'), claim('b')]).toEqual([CODES[0], 'budget']);
  pass(20 * MINUTE - 1);
  expect([claim('b'), free()]).toEqual(['budget', 1]);
  pass(1);
  expect([claim('b'), claim('a'), redeem(CODES[0]!, 'o-1')]).toEqual([CODES[1], 'expired', 'expired']);
  expect(store.ledger()).toEqual({ taken: 1, spent: 10_000 });
});

it('never gives back a code of the shop’s pool: the shop may still take it', () => {
  const { claim, pass, store } = openOffer({ mode: 'pool', budget: 1, validFor: MINUTE });
  store.fillPool(['P-1', 'P-2']);
  expect(claim('a')).toBe('P-1');
  pass(2 * MINUTE);
  expect([claim('b'), store.ledger()]).toEqual(['budget', { taken: 1, spent: 0 }]);
});

it('forgets networks when their day is over, whoever comes then', () => {
  const { claim, pass, free, store, sql } = openOffer({ mode: 'pool', budget: 9 });
  store.fillPool(['P-1', 'P-2']);
  expect([claim('a', 'net-1'), claim('b', 'net-2'), free()]).toEqual(['P-1', 'P-2', 960 * MINUTE]);
  pass(960 * MINUTE - 1);
  expect([free(), store.ofPrefix(20_833, 'net-1')]).toEqual([1, 1]);
  pass(1);
  expect([free(), sql.exec('SELECT * FROM prefixes').toArray()]).toEqual([undefined, []]);
});

it('keeps a held code for its order, beyond the code’s own end, and for no other', () => {
  const { claim, redeem, pass, free, sql } = openOffer(MINTED);
  const code = claim('a');
  pass(19 * MINUTE);
  expect([redeem(code, 'o-1', { hold: true }), redeem(code, 'o-2', { hold: true }), redeem(code, 'o-2')]).toEqual(['held', 'used', 'used']);
  pass(30 * MINUTE - 1);
  expect(free()).toBe(1);
  expect([redeem(code, 'o-1', { discount: 5 }), redeem(code, 'o-1', { hold: true }), redeem(code, 'o-2')]).toEqual(['placed', 'placed', 'used']);
  // What was used is never looked at again, however many such codes there are.
  expect(sql.exec('SELECT COUNT(*) AS n FROM claims WHERE free_at IS NOT NULL').one()['n']).toBe(0);
  pass(60 * MINUTE);
  expect(free()).toBeUndefined();
});

it('lets a code that was held too long be another order’s, or run out', () => {
  const { claim, redeem, pass, store, free } = openOffer({ ...MINTED, validFor: 40 * MINUTE });
  const [first, second] = [claim('a'), claim('b')];
  expect([redeem(first, 'o-1', { hold: true, discount: 1 }), redeem(second, 'o-2', { hold: true, discount: 1 })]).toEqual(['held', 'held']);
  // It may take off more in the end, so no less is set aside.
  expect([store.redemptions(), store.held(), claim('c')]).toEqual([[], 2, 'spend']);
  pass(30 * MINUTE);
  expect([redeem(first, 'o-3'), free()]).toEqual(['placed', 10 * MINUTE]);
  pass(10 * MINUTE);
  expect([free(), redeem(second, 'o-2'), store.ledger()]).toEqual([undefined, 'expired', { taken: 1, spent: 10_000 }]);
});

it('lets an order that is not placed take another code, and no more once it is', () => {
  const { claim, redeem, store } = openOffer(MINTED);
  const [first, second] = [claim('a'), claim('b')];
  expect([redeem(first, 'o-1', { hold: true }), redeem(second, 'o-1', { hold: true }), redeem(first, 'o-2')]).toEqual(['held', 'held', 'placed']);
  expect([redeem(second, 'o-1'), redeem(first, 'o-1'), store.held()]).toEqual(['placed', 'used', 0]);
});

it('counts a public code by its orders, held ones too, in codes and in money', () => {
  const { claim, redeem, pass, store } = openOffer(PUBLIC);
  expect([redeem('sale', 'o-1', { hold: true, discount: 10 }), redeem('sale', 'o-2', { discount: 10 }), redeem('sale', 'o-3', { discount: 10 }), claim('x')]).toEqual(['held', 'placed', 'expired', 'spend']);
  expect([redeem('sale', 'o-3', { discount: 5 }), redeem('sale', 'o-4', { discount: 0 }), store.ledger()]).toEqual(['placed', 'expired', { taken: 3, spent: 25_000 }]);
  // What it held is not counted beside what it takes now.
  expect([redeem('sale', 'o-1', { hold: true, discount: 9 }), redeem('sale', 'o-1', { hold: true, discount: 10 })]).toEqual(['held', 'held']);
  pass(30 * MINUTE);
  expect([claim('x'), store.ledger(), redeem('sale', 'o-4', { discount: 10 })]).toEqual(['SALE', { taken: 2, spent: 15_000 }, 'placed']);
});

it('counts a public code by its orders, even where it was once given as one of a pool', () => {
  const { store, claim, redeem, publish } = openOffer({ mode: 'pool', budget: 2, worth: 10 });
  store.fillPool(['SALE']);
  expect(claim('a')).toBe('SALE');
  publish({ ...PUBLIC, budget: 2 });
  expect([redeem('SALE', 'o-1', { hold: true, discount: 10 }), redeem('SALE', 'o-2'), store.ledger()]).toEqual(['held', 'expired', { taken: 2, spent: 20_000 }]);
});

it('takes over an offer of before: its codes go back as they run out, its orders stand', () => {
  const [tables, given, ...later] = OFFER_SCHEMA;
  const opened = openSql([tables!, given!]);
  opened.run(`INSERT INTO claims (claim, visitor, code, at, expires_at) VALUES ('c1', 'a', '${CODES[0]}', 1, ${NOW + MINUTE}), ('c2', 'b', '${CODES[1]}', 1, ${NOW + MINUTE});
    INSERT INTO redemptions (order_id, code, value, discount, currency, at) VALUES ('o-1', '${CODES[0]}', 80, 7, 'JPY', 1)`);
  later.forEach(opened.run);
  const { store, redeem, pass, free } = openOffer(MINTED, opened);
  expect([store.ledger(), redeem(CODES[0]!, 'o-1'), redeem(CODES[0]!, 'o-2'), free()]).toEqual([{ taken: 2, spent: 0 }, 'placed', 'used', MINUTE]);
  pass(MINUTE);
  expect([free(), store.ledger()]).toEqual([undefined, { taken: 1, spent: 0 }]);
});

it('whatever is asked in whatever order: within the budget, one order a code, a ledger that equals its rows, a hold that is kept', () => {
  const visitor = fc.constantFrom(...'abcdef'), order = fc.constantFrom('o-1', 'o-2', 'o-3', 'o-4');
  const ask = fc.oneof(
    fc.record({ do: fc.constant('claim' as const), visitor }),
    fc.record({ do: fc.constant('redeem' as const), code: fc.nat(6), order, hold: fc.boolean(), discount: fc.option(fc.nat(16), { nil: undefined }), currency: fc.constantFrom('EUR', 'JPY') }),
    fc.record({ do: fc.constant('pass' as const), minutes: fc.nat(25) }),
    fc.record({ do: fc.constant('publish' as const), worth: fc.constantFrom(5, 10, 15) }),
  );
  fc.assert(fc.property(fc.constantFrom(MINTED, PUBLIC), fc.array(ask, { maxLength: 40 }), (terms, asks) => {
    const offer = openOffer(terms);
    const held = new Map<string, { readonly code: string; readonly until: number; readonly discount: number | undefined; readonly currency: string }>();
    let time = 0;
    for (const one of asks) {
      if (one.do === 'claim') offer.claim(one.visitor);
      else if (one.do === 'publish') offer.publish({ ...terms, worth: one.worth });
      else if (one.do === 'pass') { offer.pass(one.minutes * MINUTE); time += one.minutes; }
      else {
        const code = terms.code ?? CODES[one.code]!;
        const kept = held.get(one.order);
        const { hold, discount, currency } = one;
        const answer = offer.redeem(code, one.order, { hold, currency, ...(discount !== undefined && { discount }) });
        // What was told with the hold is what the order gets, whatever was published meanwhile.
        if (kept?.code === code && time < kept.until && kept.currency === 'EUR' && currency === 'EUR' && kept.discount !== undefined && kept.discount === discount) expect(answer).toMatch(/placed|held/);
        if (answer === 'held') held.set(one.order, { code, until: time + 30, discount, currency });
        else if (answer === 'placed') held.delete(one.order);
      }
      const { taken, spent } = offer.store.ledger();
      expect(offer.store.ledger()).toEqual(recount(offer.sql));
      expect([taken <= terms.budget, spent <= terms.spend! * 1_000]).toEqual([true, true]);
      if (terms.mode === 'minted') expect(offer.sql.exec('SELECT code FROM redemptions GROUP BY code HAVING COUNT(*) > 1').toArray()).toEqual([]);
    }
  }), { numRuns: 400 });
});

it('knows nobody again who was erased: what of them comes late gets the code that it had, or none', () => {
  const { store, claim, sql } = openOffer(MINTED);
  const named = (): readonly unknown[] => sql.exec('SELECT visitor FROM claims').toArray().map(({ visitor }) => visitor);
  expect(claim('a')).toBe(CODES[0]);
  store.forget('a');
  store.forget('late');
  store.forget('late');
  expect([claim('a'), claim('late'), named()]).toEqual([CODES[0], 'no_visitor', [null]]);
});
