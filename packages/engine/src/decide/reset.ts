import type { Core } from '../core.ts';
import type { Clause } from './clause.ts';

/** Ends the runs that a name ends (the empty name is progress), on whatever page they began; or one row of them. */
export function reset(core: Core, name: string, row?: string): void {
  ((core.index['']!['-' + name] || []) as Clause[]).forEach((clause) => {
    if (row) delete clause.rows[row];
    else clause.rows = {};
  });
}
