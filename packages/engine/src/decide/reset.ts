import type { Core } from '../memory.ts';
import { forget } from './forget.ts';

/** Ends the runs that a name ends (the empty name is progress), on whatever page they began; of forms, one form's. */
export function reset(core: Core, name: string, row = ''): void {
  for (const { key } of core.ends[name] || []) forget(core, key + row);
}
