import { expect, it } from 'vitest';
import { TOLD } from '../../../engine/src/summarize/TOLD.ts';
import { cartAt } from './cartAt.ts';

const seen = (on: 'exposure' | 'cart', at: number, ...x: readonly number[]) => ({ on, at, x });

it.each([
  ['the root of 80.00 in thousandths', [seen('exposure', 10, 80, 2)], 282],
  ['an empty cart', [seen('exposure', 10, 0)], 0],
  ['an unknown one', [seen('exposure', 10, -1)], 0],
  ['a snapshot of another moment', [seen('cart', 5, 80)], 0],
  ['what was found after it, in another tab', [seen('exposure', 11, 80)], 0],
  ['no snapshot', [], 0], ['a snapshot without features', [seen('exposure', 10)], 0],
])('%s', (_name, snapshots, expected) => expect(cartAt({ snapshots }, { at: 10 })).toBe(expected));

it('reads the place where the engine tells it', () => expect(Object.keys(TOLD)[0]).toBe('cart.value'));
