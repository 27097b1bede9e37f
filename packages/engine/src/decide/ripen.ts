import type { Core } from '../core.ts';
import type { Clause } from './clause.ts';
import { each } from './each.ts';
import { occur } from './occur.ts';

/** Lets the clauses occur whose wait has ended. */
export function ripen(core: Core): void {
  const { state, waiting } = core;
  // What nobody can see has no effect, whatever the clocks say.
  if (!state.visible) return;
  if (core.soonest <= state.active) {
    [...waiting].filter((clause) => clause.due <= state.active).sort((one, other) => one.order - other.order).forEach((clause) => {
      clause.due = Infinity;
      clause.stamp = state.cartAt;
      occur(core, clause);
    });
    core.soonest = Infinity;
    for (const { due } of waiting) core.soonest = Math.min(core.soonest, due);
  }
  each<Clause>(core, 'idle', (clause) => {
    if (clause.stamp != state.input && state.at - state.input >= (clause.spec.for as number)) {
      clause.stamp = state.input;
      occur(core, clause);
    }
  });
}
