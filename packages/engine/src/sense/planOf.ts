import type { DeviceModel, IntentState } from '@tactful/protocol';
import { ask, type Asked } from '../decide/score/ask.ts';
import { readerOf } from '../summarize/readerOf.ts';
import { FELT } from './FELT.ts';

/** A model's scores, made ready. */
type Plan = readonly (readonly [state: IntentState, asked: Asked])[];

/** A model is read with each configuration anew, and never changed. */
const plans = new WeakMap<DeviceModel, Plan>();

export function planOf(model: DeviceModel | null | undefined): Plan {
  if (!model) return [];
  let plan = plans.get(model);
  if (!plan) plans.set(model, plan = Object.entries(model.states).map(([state, score]) => [state as IntentState, ask(score, (name) => FELT[name] || readerOf(name))]));
  return plan;
}
