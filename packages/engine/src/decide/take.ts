import type { Exposed, LateGates } from '../engine.ts';
import type { Core } from '../memory.ts';
import { expose } from './expose.ts';
import { findDue } from './findDue.ts';
import { lateGate } from './lateGate.ts';

/** Claims the slot for the campaign that is due; see `Engine.expose`. */
export function take(core: Core, id: string, late: LateGates): Exposed | null {
  return findDue(core, 'live') != id || (core.open[id]!.late = lateGate(late)) ? null : expose(core, id);
}
