import { add } from '../add.ts';
import { each } from '../decide/each.ts';
import { occur } from '../decide/occur.ts';
import { reset } from '../decide/reset.ts';
import type { Core } from '../memory.ts';
import { progress } from './progress.ts';

/** A named signal happened. Only those of the configuration are summarized, and it names no more than a summary holds. */
export function foldSignal(core: Core, id: string): void {
  const { config, tally: { signals }, page } = core;
  if (config.pages.some((one) => one.id == page && one.progress && one.progress.includes(id))) progress(core, page + '/' + id);
  if (config.signals.some((one) => one.id == id)) {
    const { count, longestRun } = signals[id] || { count: 0, longestRun: 0 };
    signals[id] = { count: count + 1, longestRun: Math.max(longestRun, add(core.runs, id)) };
  }
  reset(core, id);
  each(core, 'signal' + id, (clause) => occur(core, clause));
}
