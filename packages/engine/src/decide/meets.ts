import type { DeviceCondition, Scalar } from '@tactful/protocol';
import { evaluate } from './evaluate.ts';

/** An event's parameters meet a condition; unknown is no. */
export function meets(where: DeviceCondition, props: Readonly<Record<string, Scalar>>): boolean {
  return evaluate(where, (key) => props[key]) > 0;
}
