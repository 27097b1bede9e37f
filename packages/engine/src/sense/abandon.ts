import { add } from '../add.ts';
import type { Core } from '../memory.ts';

/** The form that was begun is left. */
export function abandon(core: Core): void {
  if (core.begun.length) add(core.tally.counts, 'form_abandons');
  for (const place of core.begun) core.each(core, 'form_abandon', (clause) => core.occur(core, clause), place);
  core.begun = [];
}
