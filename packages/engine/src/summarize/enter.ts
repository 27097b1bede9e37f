import type { PageType } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import { close } from '../decide/close.ts';
import type { Clause } from '../decide/clause.ts';
import { each } from '../decide/each.ts';
import { occur } from '../decide/occur.ts';
import { wait } from '../decide/wait.ts';
import { listenHere } from './listenHere.ts';
import { pageRow } from './pageRow.ts';
import { progress } from './progress.ts';
import { snapshot } from './snapshot.ts';

/** A place was entered: opportunities of the last one close, clauses of this one begin to listen. */
export function enter(core: Core, page: string, type: PageType): void {
  const { state, tally, waiting } = core;
  core.open.slice().forEach((campaign) => close(core, campaign));
  waiting.forEach((clause) => { clause.due = 0; });
  waiting.clear();
  Object.assign(state, { page, type, entered: state.active, input: state.at, inView: [], over: {}, shownOnVisit: {} });
  state.visit++;
  bump(tally.counts, 'page_views');
  const row = pageRow(core);
  if (row) {
    row.views++;
    if (state.visible) row.episodes++;
  }
  listenHere(core);
  if (type == 'checkout' || type == 'confirmation') {
    // The first step is none yet: progress is an unseen one after a seen one.
    const step = '>' + page;
    if (state.steps.some((one) => one[0] == '>')) progress(core, step);
    else state.steps.push(step);
    if (state.cartStage < 2) state.cartStage = 2;
    snapshot(core, 'checkout');
  }
  if (type == 'cart' && state.cartStage == 1 && state.cartViews++) tally.revisits++;
  if (tally.counts['page_views'] == 5) snapshot(core, 'page5');
  each<Clause>(core, 'page', (clause) => occur(core, clause));
  each<Clause>(core, 'dwell', (clause) => wait(core, clause));
  each<Clause>(core, 'cart_idle', (clause) => {
    if (state.cartAt >= 0 && clause.stamp != state.cartAt) wait(core, clause, state.cartAt);
  });
}
