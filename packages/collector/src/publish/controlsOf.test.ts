import { expect, it } from 'vitest';
import { controlsOf } from './controlsOf.ts';

const device = (...campaigns: readonly { readonly id: string; readonly version: number; readonly control: number }[]) => ({ campaigns }) as never;

it('keeps the share of each version beside those of before, and none of what is not named', () => {
  const first = controlsOf(device({ id: 'a', version: 1, control: 0.1 }, { id: 'b', version: 1, control: 0.5 }), { named: ['a', 'b'] });
  expect(first).toEqual({ a: { 1: 0.1 }, b: { 1: 0.5 } });
  expect(controlsOf(device({ id: 'a', version: 2, control: 0.2 }), { before: first, named: ['a'] })).toEqual({ a: { 1: 0.1, 2: 0.2 } });
});

it('keeps the latest fifty', () => {
  let kept = {};
  for (let version = 1; version <= 120; version++) kept = controlsOf(device({ id: 'a', version, control: 0.1 }), { before: kept, named: ['a'] });
  expect(Object.keys((kept as { a: object }).a)).toEqual(Array.from({ length: 50 }, (_, at) => String(at + 71)));
});
