import { OPERATORS, type DeviceComparison, type DeviceCondition, type Scalar } from '@tactful/protocol';

const print = (value: unknown): string => (typeof value == 'number' ? String(Math.round(value * 1_000) / 1_000) : Array.isArray(value) ? value.join(', ') : String(value));

/** A condition with what was seen of each feature: `cart.value is 20, wanted: is at least 50`. @param seen the features' values; what is missing is unknown */
export function describeCondition(condition: DeviceCondition, seen: Readonly<Record<string, Scalar | undefined>>): string {
  const list = (parts: readonly DeviceCondition[], joint: string): string => parts.map((part) => describeCondition(part, seen)).join(joint);
  if ('all' in condition) return list(condition.all, ' · and · ');
  if ('any' in condition) return list(condition.any, ' · or · ');
  if ('not' in condition) return `not (${describeCondition(condition.not, seen)})`;
  const { feature, op, value } = condition as DeviceComparison;
  const found = seen[feature];
  return `${feature} is ${found == undefined ? 'unknown' : print(found)}, wanted: ${OPERATORS[op].meaning} ${op == 'exists' ? value : print(value)}`;
}
