import type { DeviceCondition, Scalar } from '@tactful/protocol';

/** A condition, whichever of its forms it has. */
export type Flat = { readonly all?: readonly DeviceCondition[]; readonly any?: readonly DeviceCondition[]; readonly not?: DeviceCondition; readonly feature: string; readonly op: string; readonly value: unknown };

/**
 * A condition in Kleene's three-valued logic: 1 is true, −1 false, 0 unknown, so that `all` is the least, `any` the
 * greatest and `not` the opposite. Every part is read, so that a trace can show each value; nothing is cut short.
 */
export function evaluate(condition: DeviceCondition, read: (feature: string) => Scalar | undefined): number {
  const { all, any, not, feature, op, value } = condition as Flat;
  const parts = (list: readonly DeviceCondition[]): number[] => list.map((part) => evaluate(part, read));
  if (all) return Math.min(1, ...parts(all));
  if (any) return Math.max(-1, ...parts(any));
  if (not) return -evaluate(not, read);
  const seen = read(feature);
  const known = seen != null;
  const is = op == 'exists' ? known == value
    : op == 'eq' ? seen === value
    : op == 'ne' ? seen !== value
    : op == 'in' ? ([] as unknown[]).concat(value).includes(seen)
    : op == 'contains' ? ('' + seen).toLowerCase().includes(('' + value).toLowerCase())
    : op[2] && seen === value || (op[0] == 'g' ? seen! > value! : seen! < value!);
  return !(known || op == 'exists') || /^[gl]/.test(op) && (typeof seen != 'number' || typeof value != 'number') ? 0 : is ? 1 : -1;
}
