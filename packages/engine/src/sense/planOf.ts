import type { DeviceModel, IntentState } from '@tactful/protocol';
import { ask, type Asked } from '../decide/score/ask.ts';
import { logit } from '../decide/score/logit.ts';
import type { Core } from '../memory.ts';
import { readerOf } from '../summarize/readerOf.ts';
import { FELT } from './FELT.ts';

/** A model's scores, made ready. */
type Plan = readonly (readonly [state: IntentState, asked: Asked])[];

/** A model is read with each configuration anew, and never changed. */
const plans = new WeakMap<DeviceModel, Plan>();

/** The scores of the present model; none where it is not one: what asks for an intent then is unknown. */
export function planOf(core: Core): Plan {
  const { model } = core.config;
  if (!model) return [];
  let plan = plans.get(model);
  if (!plan) {
    try {
      plan = Object.entries(model.states).map(([state, score]) => [state as IntentState, ask(score, (name) => FELT[name] || readerOf(name))]);
      for (const [, asked] of plan) logit(asked, core);
    } catch (_error) {
      plan = [];
    }
    plans.set(Object(model), plan);
  }
  return plan;
}
