import { each } from '../decide/each.ts';
import { occur } from '../decide/occur.ts';
import { reset } from '../decide/reset.ts';
import type { Core } from '../memory.ts';
import { progress } from './progress.ts';

/** A named signal happened. */
export function foldSignal(core: Core, id: string): void {
  const { config, page } = core;
  if (config.pages.some((one) => one.id == page && ([] as unknown[]).concat(one.progress).includes(id))) progress(core, page + '/' + id);
  core.stages.signal(core, id);
  reset(core, id);
  each(core, 'signal', (clause) => occur(core, clause), id);
}
