import { LIMITS } from '@tactful/protocol';
import { add } from '../add.ts';
import { close } from '../decide/close.ts';
import { each } from '../decide/each.ts';
import { occur } from '../decide/occur.ts';
import { reset } from '../decide/reset.ts';
import { wait } from '../decide/wait.ts';
import type { Clause, Core } from '../memory.ts';
import type { Observation } from '../observation.ts';
import { currencyOf } from './currencyOf.ts';
import { enter } from './enter.ts';
import { foldAttributes } from './foldAttributes.ts';
import { foldCart } from './foldCart.ts';
import { foldEvent } from './foldEvent.ts';
import { foldSignal } from './foldSignal.ts';
import { formRow } from './formRow.ts';
import { makeSignals } from './makeSignals.ts';
import { passTime } from './passTime.ts';

/** A clause waits while this goes on, and starts anew after it. */
const stay = (core: Core, clause: Clause, inside: boolean): void => {
  const { due } = core;
  if (!inside) delete due[clause.key];
  else if (!due[clause.key]) wait(core, clause);
};

/** Folds one observation into the memory; time has passed to it already. */
export function fold(core: Core, o: Observation): void {
  const { due, clauses, tally: { counts, loss } } = core;
  const { target = 0 } = o as { target?: number };
  // No configuration names so many.
  if (!(target < LIMITS.targets)) return;
  core.stages.answer(core, o);
  core.stages.count(core, o);
  switch (o.kind) {
    case 'page':
      enter(core, o.page || '', o.type);
      break;
    case 'leave':
      close(core, Infinity);
      core.visible = core.playing = false;
      break;
    case 'visibility':
      if (o.visible && !core.visible) {
        core.input = core.at;
        // A new episode; plain dwell goes on where it stood. Of what waits, dwell alone counts in a row.
        for (const key in due) if (clauses[key] && clauses[key].spec.consecutive) wait(core, clauses[key]);
      }
      core.visible = o.visible;
      break;
    case 'focus':
      core.focused = o.focused;
      if (o.focused) core.input = core.at;
      break;
    case 'input':
      core.input = core.at;
      break;
    case 'media':
      core.playing = o.playing;
      break;
    case 'over':
      each(core, 'hover', (clause) => stay(core, clause, o.inside), target);
      break;
    case 'seen': {
      const { ratio } = o;
      const half = ratio >= 0.5;
      if (half != core.inView.includes(target)) {
        core.inView = half ? [...core.inView, target] : core.inView.filter((one) => one != target);
        if (half) makeSignals(core, '+visible', target);
      }
      for (const on of ['dwell', 'visible']) each(core, on, (clause) => stay(core, clause, ratio >= (clause.spec.ratio || 0.5)), target);
      break;
    }
    case 'click':
      makeSignals(core, '+click', target);
      break;
    case 'error':
      add(counts, 'errors');
      each(core, o.kind, (clause) => occur(core, clause));
      break;
    case 'form_error':
    case 'form_success': {
      const row = formRow(o.form);
      const failed = o.kind == 'form_error';
      if (failed) add(counts, o.kind + 's');
      for (const place of ['', ...o.targets]) {
        if (failed) each(core, o.kind, (clause) => occur(core, clause, row), place);
        else reset(core, o.kind + place, row);
      }
      break;
    }
    case 'event':
      foldEvent(core, o.name, o.props || {});
      break;
    case 'signal':
      foldSignal(core, o.id);
      break;
    case 'cart':
      foldCart(core, o.value, currencyOf(o.currency), o.items);
      break;
    case 'attributes':
      foldAttributes(core, o.values);
      break;
    case 'permission':
      core.permission = o.permission;
      break;
    case 'time':
      core.offset = o.server - core.at;
      core.server = true;
      passTime(core, core.at);
      break;
    case 'caps':
      passTime(core, core.at);
      break;
    case 'loss':
      if (o.n > 0) add(loss, o.reason, o.n);
  }
  core.stages.sense(core, o);
}
