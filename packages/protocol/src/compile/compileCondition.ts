import type { DeviceCondition, Operator, Scalar } from '../device.ts';
import { OPERATORS } from '../operators.ts';
import type { ConditionSource } from '../source/condition.ts';

/** `{ feature, gte: 50 }` becomes `{ feature, op: 'gte', value: 50 }`. */
export function compileCondition(source: ConditionSource): DeviceCondition {
  if ('all' in source) return { all: source.all.map(compileCondition) };
  if ('any' in source) return { any: source.any.map(compileCondition) };
  if ('not' in source) return { not: compileCondition(source.not) };
  const op = (Object.keys(OPERATORS) as Operator[]).find((name) => source[name] !== undefined) as Operator;
  return { feature: source.feature, op, value: source[op] as Scalar | readonly Scalar[] };
}
