import type { DeviceModel, IntentState, ModelScore } from '@tactful/protocol';
import { ask, type Asked } from '../decide/score/ask.ts';
import { known } from '../decide/score/known.ts';
import type { Core } from '../memory.ts';
import { readerOf } from '../summarize/readerOf.ts';
import { FELT } from './FELT.ts';

/** A model made ready: what it asks for is looked up once, not at each fact. */
export interface Plan {
  /** What it asks for, as it stands now; overwritten by whoever reads next. */
  read(core: Core): readonly number[];
  /** Each state's score, and where among those its features stand. */
  readonly scores: readonly (readonly [state: IntentState, form: ModelScore, asked: Asked])[];
}

/** A model is read with each configuration anew, and never changed. */
const plans = new WeakMap<DeviceModel, Plan>();

export function planOf(model: DeviceModel): Plan {
  let plan = plans.get(model);
  if (!plan) plans.set(model, plan = makePlan(model));
  return plan;
}

function makePlan(model: DeviceModel): Plan {
  const names: string[] = [];
  const place = (name: string): number => (names.indexOf(name) + 1 || names.push(name)) - 1;
  const scores = (Object.entries(model.states) as [IntentState, ModelScore][]).map(([state, form]) => [state, form, ask(form, place)] as const);
  const reads = names.map((name) => FELT[name] || readerOf(name));
  const values: number[] = [];
  return {
    scores,
    read(core) {
      reads.forEach((read, at) => values[at] = known(read(core)));
      return values;
    },
  };
}
