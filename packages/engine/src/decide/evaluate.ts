import type { DeviceCondition, Scalar } from '@tactful/protocol';

type Flat = { readonly all?: readonly DeviceCondition[]; readonly any?: readonly DeviceCondition[]; readonly not?: DeviceCondition; readonly feature: string; readonly op: string; readonly value: unknown };

/**
 * A condition in three-valued logic (Kleene's): `undefined` is unknown. Every part is read, so that a trace can show
 * each value; nothing is cut short.
 */
export function evaluate(condition: DeviceCondition, read: (feature: string) => Scalar | undefined): boolean | undefined {
  const { all, any, not, feature, op, value } = condition as Flat;
  if (not) {
    const inner = evaluate(not, read);
    return inner === undefined ? inner : !inner;
  }
  const list = all || any;
  if (list) {
    // One `false` settles `all`, one `true` settles `any`; else one unknown makes the whole unknown.
    let result: boolean | undefined = !any;
    for (const item of list) {
      const inner = evaluate(item, read);
      if (inner === !all || result === !all) result = !all;
      else if (inner === undefined) result = inner;
    }
    return result;
  }
  const seen = read(feature);
  if (op == 'exists') return (seen !== undefined) == value;
  if (seen === undefined) return;
  if (op == 'eq') return seen === value;
  if (op == 'ne') return seen !== value;
  if (op == 'in') return ([] as unknown[]).concat(value).includes(seen);
  if (op == 'contains') return ('' + seen).toLowerCase().includes(('' + value).toLowerCase());
  if (typeof seen != 'number' || typeof value != 'number') return;
  return op == 'gt' ? seen > value : op == 'gte' ? seen >= value : op == 'lt' ? seen < value : seen <= value;
}
