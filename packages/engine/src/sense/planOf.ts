import type { DeviceModel, IntentState, ModelScore } from '@tactful/protocol';
import type { Asked } from '../decide/score/logit.ts';
import { readerOf } from '../summarize/readerOf.ts';
import type { Read } from '../summarize/TOLD.ts';
import { FELT } from './FELT.ts';

/** A model made ready: what it asks for is looked up once, not at each fact. */
export interface Plan {
  /** How each feature that it asks for is read. */
  readonly reads: readonly Read[];
  /** Each state's score, and where among those its features stand. */
  readonly scores: readonly (readonly [state: IntentState, form: ModelScore, asked: Asked])[];
}

/** A model is read with each configuration anew, and never changed. */
const plans = new WeakMap<DeviceModel, Plan>();

export function planOf(model: DeviceModel): Plan {
  const made = plans.get(model);
  if (made) return made;
  const names: string[] = [];
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
  const scores = (Object.entries(model.states) as [IntentState, ModelScore][]).map(([state, form]) =>
    [state, form, { terms: (form.terms || []).map(([name]) => place(name)), trees: form.trees ? form.trees.features.map(place) : [] }] as const);
  const plan = { scores, reads: names.map((name) => FELT[name] || readerOf(name)) };
  plans.set(model, plan);
  return plan;
}
