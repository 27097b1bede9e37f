import type { Core } from '../memory.ts';
import { expose } from './expose.ts';
import { findDue } from './findDue.ts';

/** Shadow campaigns take their chance unseen, as soon as they could. */
export function shadows(core: Core): void {
  for (let id; core.permission.measured && (id = findDue(core, 'shadow'));) expose(core, id);
}
