import { harm } from '@tactful/learner';
import { expect, it } from 'vitest';

const of = (low: number, high: number) => ({ difference: (low + high) / 2, low, high });
const [below, across, above] = [of(-2, -1), of(-1, 1), of(1, 2)];

it.each([
  ['nothing is known', null, null, null], ['both across', across, across, null], ['both above', above, above, null],
  ['value below', below, across, 'value'], ['value below, conversions not told', below, null, 'value'], ['both below', below, below, 'value'],
  ['conversions below', across, below, 'conversion'], ['conversions below, a goal without value', null, below, 'conversion'],
  ['more buy, for less', below, above, null], ['fewer buy, for more', above, below, null],
  ['up to zero is not below it', of(-1, 0), of(-1, 0), null],
])('%s', (_name, value, conversion, expected) => expect(harm({ value, conversion })).toBe(expected));
