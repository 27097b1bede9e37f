import { expect, it } from 'vitest';
import { liftVerdict } from './liftVerdict.ts';

const of = (low: number, high: number) => ({ difference: (low + high) / 2, low, high });
const [below, across, above] = [of(-2, -1), of(-1, 1), of(1, 2)];

it.each([
  [above, across, 'lift.value.more'], [below, above, 'lift.value.less'], [across, above, 'lift.conversion.more'], [across, below, 'lift.conversion.less'], [null, above, 'lift.conversion.more'],
  [across, across, 'lift.open'], [null, across, 'lift.open'], [of(0, 2), of(-2, 0), 'lift.open'],
])('value %j, conversions %j: %s', (value, conversion, expected) => expect(liftVerdict({ value, conversion })).toBe(expected));
