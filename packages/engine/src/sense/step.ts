import { forget } from '../decide/forget.ts';
import type { Clause, Core } from '../memory.ts';

/**
 * A step of a sequence happened. Its row holds, for each step reached, the latest time at which a run that reached it began: so
 * none that is still in time is lost to one that began earlier.
 */
export function step(core: Core, clause: Clause): void {
  const { parent, step } = clause;
  const { spec: { of, within }, key } = parent!;
  const began = core.rows[key] || (core.rows[key] = []);
  const start = step ? began[step - 1] : core.at;
  // Undefined, and the null that carrying made of it, are within nothing.
  if (start == null || !(core.at - start <= within!)) return;
  if (step < of!.length - 1) began[step] = start;
  else {
    forget(core, key);
    core.occur(core, parent!);
  }
}
