/** What a linear score may do to a value before it is weighed: a closed list, so that a model is data and never code. */
export const TRANSFORMS = {
  identity: 'the value itself',
  log1p: 'ln(1 + value); 0 below 0',
  step: '1 from `low` on, otherwise 0',
  ramp: '0 up to `low`, 1 from `high` on, straight in between',
} as const satisfies Record<string, string>;
export type TransformName = keyof typeof TRANSFORMS;
