import { GATES } from '@tactful/protocol';
import type { LateGates } from '../engine.ts';

/** The first late gate that is in the way, as its index in GATES; 0 for none. */
export function lateGate(late: LateGates): number {
  return Math.max(0, GATES.findIndex((gate) => late[gate as keyof LateGates]));
}
