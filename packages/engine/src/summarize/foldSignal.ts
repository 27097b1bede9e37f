import { LIMITS } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import type { Clause } from '../decide/clause.ts';
import { each } from '../decide/each.ts';
import { occur } from '../decide/occur.ts';
import { reset } from '../decide/reset.ts';
import { progress } from './progress.ts';

/** A named signal happened. Only those of the configuration are summarized. */
export function foldSignal(core: Core, id: string): void {
  const { state, tally, options } = core;
  const { signals, loss } = tally;
  const { config } = options;
  if (config.pages.some((one) => one.id == state.page && one.progress && one.progress.includes(id))) progress(core, state.page + '/' + id);
  if (config.signals.some((one) => one.id == id)) {
    if (!signals[id] && Object.keys(signals).length >= LIMITS.signals) bump(loss, 'signals');
    else {
      const row = signals[id] || (signals[id] = { count: 0, longestRun: 0, run: 0 });
      row.count++;
      row.longestRun = Math.max(row.longestRun, ++row.run);
    }
  }
  reset(core, id);
  each<Clause>(core, 'signal' + id, (clause) => occur(core, clause));
}
