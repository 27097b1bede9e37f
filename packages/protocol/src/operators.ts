import type { Operator } from './device.ts';

/** Every comparison: what its value must be and when it is true. A missing feature makes each of them unknown, but `exists`. */
export const OPERATORS = {
  eq: { value: 'scalar', meaning: 'is equal to' },
  ne: { value: 'scalar', meaning: 'is known and not equal to' },
  gt: { value: 'number', meaning: 'is greater than' },
  gte: { value: 'number', meaning: 'is at least' },
  lt: { value: 'number', meaning: 'is less than' },
  lte: { value: 'number', meaning: 'is at most' },
  in: { value: 'list', meaning: 'is one of' },
  contains: { value: 'text', meaning: 'contains this text, upper and lower case alike' },
  exists: { value: 'boolean', meaning: 'is known (true) or missing (false)' },
} as const satisfies Record<Operator, { readonly value: 'scalar' | 'number' | 'list' | 'text' | 'boolean'; readonly meaning: string }>;
