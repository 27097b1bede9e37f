import { LIMITS } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import { exposuresOf } from './exposuresOf.ts';
import { close } from '../decide/close.ts';
import type { Clause } from '../decide/clause.ts';
import { each } from '../decide/each.ts';
import { hash } from '../decide/hash.ts';
import { mergeCaps } from '../decide/mergeCaps.ts';
import { occur } from '../decide/occur.ts';
import { reset } from '../decide/reset.ts';
import { settle } from '../decide/settle.ts';
import { unwait } from '../decide/unwait.ts';
import { wait } from '../decide/wait.ts';
import type { Observation } from '../observation.ts';
import { STAGES } from '../stages.ts';
import { enter } from './enter.ts';
import { foldAttributes } from './foldAttributes.ts';
import { foldCart } from './foldCart.ts';
import { foldEvent } from './foldEvent.ts';
import { foldSignal } from './foldSignal.ts';
import { foldSignals } from './foldSignals.ts';
import { pageRow } from './pageRow.ts';
import { passTime } from './passTime.ts';
import { progress } from './progress.ts';

/** Forms whose runs are told apart. */
const FORMS = 8;
/** Active time under the pointer that makes a hover, in ms. */
const HOVER = 500;

/** Folds one observation into the memory; time has passed to it already. */
export function fold(core: Core, observation: Observation): void {
  const { state, tally } = core;
  const { counts } = tally;
  const fire = (clause: Clause): void => occur(core, clause);
  const stay = (clause: Clause): void => {
    if (!core.waiting.has(clause)) wait(core, clause);
  };
  const go = (clause: Clause): void => unwait(core, clause);

  // No configuration names so many.
  if ('target' in observation && !(observation.target < LIMITS.targets)) return;
  switch (observation.kind) {
    case 'page':
      // The message of an earlier load is gone, and a ghost leaves with the page it appeared on.
      if (state.slot && (state.slot.arm != 'treatment' || core.restored)) {
        if (state.slot.arm == 'treatment' && state.slot.outcome == 'none') settle(core, state.slot.campaign, [state.slot], 'ignore', 'leave');
        state.slot = null;
      }
      core.restored = false;
      enter(core, observation.page || '', observation.type);
      break;
    case 'leave':
      core.open.slice().forEach((campaign) => close(core, campaign));
      state.visible = false;
      break;
    case 'visibility':
      if (observation.visible && !state.visible) {
        state.input = state.at;
        const row = pageRow(core);
        if (row && state.visit) row.episodes++;
        // A new episode; plain dwell goes on where it stood.
        core.waiting.forEach((clause) => {
          if (clause.spec.on == 'dwell' && clause.spec.consecutive) wait(core, clause);
        });
      }
      state.visible = observation.visible;
      break;
    case 'focus':
      if (observation.focused && !state.focused) state.input = state.at;
      state.focused = observation.focused;
      break;
    case 'input':
      state.input = state.at;
      break;
    case 'media':
      state.playing = observation.playing;
      break;
    case 'over': {
      const { target, inside } = observation;
      const since = state.over[target];
      if (inside) state.over[target] = state.active;
      else {
        if (state.active - since! >= HOVER) bump(counts, 'hovers');
        delete state.over[target];
      }
      each(core, 'hover' + target, inside ? stay : go);
      break;
    }
    case 'seen': {
      const { target, ratio } = observation;
      const was = state.inView.indexOf(target);
      const half = ratio >= 0.5;
      if (half && was < 0) {
        state.inView.push(target);
        foldSignals(core, 'visible' + target);
      } else if (!half && was >= 0) state.inView.splice(was, 1);
      const look = (clause: Clause): void => (ratio >= (clause.spec.ratio || 0.5) ? stay : go)(clause);
      each(core, 'dwell' + target, look);
      each(core, 'visible' + target, look);
      break;
    }
    case 'scroll':
      counts['scroll_percent'] = Math.max(counts['scroll_percent'] || 0, observation.percent);
      each<Clause>(core, 'scroll', (clause) => {
        if (observation.percent >= clause.spec.percent! && clause.stamp != state.visit) {
          clause.stamp = state.visit;
          fire(clause);
        }
      });
      break;
    case 'click':
      bump(counts, 'clicks');
      foldSignals(core, 'click' + observation.target);
      break;
    case 'error':
      bump(counts, 'errors');
      each(core, 'error', fire);
      break;
    case 'form_error':
    case 'form_success': {
      const { kind, form, targets } = observation;
      const row = '' + hash(form);
      const runs = state.formRuns;
      const names = [kind, ...targets.map((target) => kind + target)];
      if (kind == 'form_error') {
        bump(counts, 'form_errors');
        if (!runs[row] && Object.keys(runs).length >= FORMS) state.formRuns = {};
        bump(state.formRuns, row);
        counts['form_errors_run'] = Math.max(counts['form_errors_run'] || 0, state.formRuns[row]!);
        names.forEach((name) => each<Clause>(core, name, (clause) => occur(core, clause, row)));
      } else {
        bump(counts, 'form_successes');
        delete runs[row];
        names.forEach((name) => reset(core, name, row));
      }
      break;
    }
    case 'exit_intent':
      bump(counts, 'exit_intents');
      each<Clause>(core, 'exit_intent', (clause) => {
        if (state.active - state.entered >= (clause.spec.after || 0)) fire(clause);
      });
      break;
    case 'event':
      foldEvent(core, observation.name, observation.props || {});
      break;
    case 'signal':
      foldSignal(core, observation.id);
      break;
    case 'cart': {
      const { value, currency, items, stage } = observation;
      const reached = stage ? STAGES.indexOf(stage) : -1;
      foldCart(core, value, currency, items);
      if (reached > 2 && reached > state.cartStage) progress(core, '=' + stage);
      if (reached >= 0) state.cartStage = reached;
      break;
    }
    case 'attributes':
      foldAttributes(core, observation.values);
      break;
    case 'permission':
      state.permission = observation.permission;
      break;
    case 'time':
      state.offset = observation.server - state.at;
      state.server = true;
      passTime(core, state.at);
      break;
    case 'caps':
      mergeCaps(core, observation.caps);
      passTime(core, state.at);
      break;
    case 'impression':
      for (const one of exposuresOf(core)) if (one.id == observation.exposure && one.outcome == 'none') one.outcome = 'ignore';
      break;
    case 'outcome': {
      const { exposure, outcome, reason } = observation;
      const found = exposuresOf(core).filter((one) => one.id == exposure);
      if (found[0]) settle(core, found[0].campaign, found, outcome, reason);
      if (state.slot && state.slot.id == exposure) state.slot = null;
      break;
    }
    case 'opt_out':
      core.caps.optOut = true;
      break;
    case 'loss':
      if (observation.n > 0) bump(tally.loss, observation.reason, observation.n);
  }
}
