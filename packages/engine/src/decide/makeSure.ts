import type { Core } from '../memory.ts';
import { meets } from './meets.ts';

/** Lets the events occur whose conditions nobody could read until now. */
export function makeSure(core: Core): void {
  for (const [clause, props] of core.unsure.splice(0)) if (meets(clause.spec.where!, props)) core.occur(core, clause);
}
