import { LIMITS } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import type { Tally } from '../state.ts';

/** Adds to a bounded list of the summary; what no longer fits is counted in `loss`. */
export function keep<Name extends 'exposures' | 'goals'>(core: Core, name: Name, item: Tally[Name][number]): void {
  const list = core.tally[name] as unknown[];
  if (list.length < LIMITS[name]) list.push(item);
  else bump(core.tally.loss, name);
}
