import { add } from '../add.ts';
import type { Core } from '../memory.ts';
import type { Observation } from '../observation.ts';
import { record } from '../record.ts';
import { formRow } from './formRow.ts';
import { pageName } from './pageName.ts';
import { pageRow } from './pageRow.ts';

/** Active time under the pointer that makes a hover, in ms. */
const HOVER = 500;
/** Forms and signals whose runs are told apart. */
const RUNS = 1_000;
/** The events that have a counter of their own; their numbers are of no account. */
const COUNTED = /^(view_(item(_list)?|cart)|select_item|(add_to|remove_from)_cart|begin_checkout|add_(shipping|payment)_info|purchase|refund)$/;

/** What only summaries tell of an observation, counted before it is folded in. */
export function count(core: Core, o: Observation): void {
  const { runs, tally: { counts, exposures, loss, pages } } = core;
  const most = (name: string, n: number): void => void (counts[name] = Math.max(counts[name] || 0, n));
  switch (o.kind) {
    case 'page': {
      const name = pageName(core, o.page, o.type);
      const before = o.again && core.places.length ? pageName(core, core.page, core.type) : '';
      const unrecognized = before != name && pages[before];
      const row = pageRow(core, name);
      if (unrecognized && unrecognized.views) {
        counts['page_views']!--;
        if (core.visible) unrecognized.episodes--;
        if (!--unrecognized.views) {
          row.activeMs += unrecognized.activeMs;
          delete pages[before];
        }
      }
      row.views++;
      if (core.visible) row.episodes++;
      if (!pages[name]) add(loss, 'pages');
      core.over = record();
      break;
    }
    case 'visibility':
      if (o.visible && !core.visible) pageRow(core).episodes++;
      break;
    case 'over':
      if (o.inside) core.over[o.target] = core.active;
      else if (core.active - core.over[o.target]! >= HOVER) add(counts, 'hovers');
      break;
    case 'scroll':
      most('scroll_percent', o.percent);
      break;
    case 'form_error':
      // A page that invents forms does not fill the memory: all runs begin anew.
      if (Object.keys(runs).length > RUNS) core.runs = record();
      most('form_errors_run', add(core.runs, formRow(o.form)));
      break;
    case 'form_success':
      add(counts, 'form_successes');
      delete runs[formRow(o.form)];
      break;
    case 'helped':
      for (const one of exposures) if (one.id == o.exposure) one.helped = o.helped;
      break;
    case 'click':
    case 'exit_intent':
    case 'event':
      add(counts, o.kind + 's');
      if (o.kind == 'event' && COUNTED.test(o.name)) add(counts, o.name);
  }
}
