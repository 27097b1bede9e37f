import { score } from '@tactful/engine';
import { coverOf, evaluate, explain, type Samples } from '@tactful/learner';
import type { ModelScore } from '@tactful/protocol';

export interface Agreement {
  /** The greatest difference between what the device says and what the learner says. */
  readonly device: number;
  /** The greatest difference between a logit and the sum of its contributions: the device's own, and Shapley values. */
  readonly path: number;
  readonly shapley: number;
  readonly predictions: number;
}

/** Holds the device's scorer against the learner, and contributions against logits, at every prediction. Background of the Shapley values are the sessions themselves. */
export function agreement(models: readonly { readonly form: ModelScore; readonly test: Samples }[]): Agreement {
  let [device, path, shapley, predictions] = [0, 0, 0, 0];
  const sum = (contributions: Readonly<Record<string, number>>, from: number): number => Object.values(contributions).reduce((all, one) => all + one, from);
  for (const { form, test } of models) {
    // As it comes out of a configuration.
    const sent = JSON.parse(JSON.stringify(form)) as ModelScore;
    const cover = form.trees ? coverOf(form.trees, test) : [];
    evaluate(form, test).forEach((logit, row) => {
      const features = Object.fromEntries(test.names.map((name, at) => [name, test.columns[at]![row]]));
      const there = score(sent, features);
      const here = explain(form, cover, features);
      device = Math.max(device, Math.abs(there.logit - logit));
      path = Math.max(path, Math.abs(sum(there.contributions, form.bias) - logit));
      shapley = Math.max(shapley, Math.abs(sum(here.contributions, here.base) - logit));
      predictions++;
    });
  }
  return { device, path, shapley, predictions };
}
