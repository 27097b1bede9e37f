import type { Scalar } from '@tactful/protocol';
import type { Fact } from './fact.ts';

const amount = (value: any): number | undefined => (/\d/.test(value) && value >= 0 ? +value : undefined);

/** A cart as somebody told it: what is no number is left out; the engine knows a currency when it sees one. */
export function cartFact({ value, currency, items }: Record<string, Scalar | undefined>): Fact {
  return { kind: 'cart', value: amount(value), currency: currency as string | undefined, items: amount(items) };
}
