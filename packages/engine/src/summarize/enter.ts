import type { PageType } from '@tactful/protocol';
import { add } from '../add.ts';
import { close } from '../decide/close.ts';
import { drop } from '../decide/drop.ts';
import type { Core } from '../memory.ts';
import { record } from '../record.ts';
import { arrive } from './arrive.ts';
import { progress } from './progress.ts';
import { reach } from './reach.ts';
import { revisit } from './revisit.ts';

/** A place was entered: opportunities of the last one close, clauses of this one begin to listen. */
export function enter(core: Core, page: string, type: PageType): void {
  const { tally } = core;
  close(core, Infinity);
  // The cart's wait goes on from page to page.
  drop(core, ({ spec }) => spec.on != 'cart_idle');
  core.page = page;
  core.type = type;
  core.places = page ? [page, 'type:' + type, ''] : ['type:' + type, ''];
  core.entered = core.active;
  core.input = core.at;
  core.soonest = 0;
  core.inView = [];
  core.shownOnVisit = record();
  if (add(tally.counts, 'page_views') == 5) core.stages.snapshot(core, 'page5');
  if (type == 'checkout' || type == 'confirmation') {
    // The first step is none yet: progress is an unseen one after a seen one.
    const step = '>' + page;
    if (core.steps.some((one) => one[0] == '>')) progress(core, step);
    else core.steps = core.steps.concat(step);
    reach(core, 2);
  }
  if (type == 'cart') revisit(core);
  arrive(core);
}
