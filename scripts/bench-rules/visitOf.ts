import type { Observation } from '@tactful/engine';
import type { Facts } from './Facts.ts';
import { AT } from './ourRules.ts';

/** Four observations a second, as many as a busy page makes. */
const EVERY_MS = 250;
const DWELL_MS = 10_000;
export const CART = 60;

/** A visit, observation by observation, and what the others are told at each. */
export interface Visit { readonly observations: readonly Observation[]; readonly facts: readonly Facts[] }

/**
 * A visitor to and fro between the checkout and a product, `stay` observations each: inputs, scrolls, the pointer, an event now and then.
 * Stays of over 40 are dwells.
 */
export function visitOf(stay: number, length: number): Visit {
  const facts: Facts[] = [];
  let dwells = 0;
  const observations = Array.from({ length }, (_one, index) => {
    const turn = index % stay;
    const pageType = index % (2 * stay) < stay ? 'checkout' : 'product';
    if (pageType === 'checkout' && turn * EVERY_MS === DWELL_MS) dwells++;
    facts.push({ pageType, dwells, cartValue: CART, shows: 0 });
    const fact = turn === 0 ? { kind: 'page', page: null, type: pageType }
      : turn % 10 === 3 ? { kind: 'scroll', percent: turn }
      : turn % 10 === 5 ? { kind: 'over', target: 3, inside: turn % 20 < 10 }
      : turn % 10 === 7 ? { kind: 'event', name: 'view_item' }
      : { kind: 'input' };
    return { at: AT + (index + 1) * EVERY_MS, ...fact } as Observation;
  });
  return { observations, facts };
}
