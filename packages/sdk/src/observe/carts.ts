import type { Scalar } from '@tactful/protocol';
import type { Fact } from './fact.ts';
import type { Watch } from './watch.ts';

const amount = (value: any): number | undefined => (/\d/.test(value) && value >= 0 ? +value : undefined);

/** A cart as somebody told it: what is no number is left out; the engine knows a currency when it sees one. */
export function cartFact({ value, currency, items }: Record<string, Scalar | undefined>): Fact {
  return { kind: 'cart', value: amount(value), currency: currency as string | undefined, items: amount(items) };
}

/**
 * The cart as the page marks it: `data-tactful-cart-value`, `-currency`, `-items` on one element.
 * @returns reads it; called when a page is entered and with input, tells only what changed
 */
export function startCarts({ observe }: Pick<Watch, 'observe'>): () => void {
  let last = '';
  return () => {
    const element = document.querySelector<HTMLElement>('[data-tactful-cart-value]');
    if (!element) return;
    const { tactfulCartValue: value, tactfulCartCurrency: currency, tactfulCartItems: items } = element.dataset;
    const now = [value, currency, items].join();
    if (now != last) observe(cartFact({ value, currency, items }));
    last = now;
  };
}
