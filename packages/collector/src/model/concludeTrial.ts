import type { LearnedState, Periods, Trial } from '@tactful/learner';
import { parseModel, type Bytes, type ModelScore, type ModelTrial, type TrialEnd } from '@tactful/protocol';
import type { Judged } from '../store/modelStore.ts';
import { TRAINING } from './TRAINING.ts';

/** What is to be served of a state from now on; null: the expert's score. */
export type Won = { readonly score: ModelScore; readonly judged: Omit<Judged, 'version'> } | null;
export interface Conclusion {
  readonly told: Omit<ModelTrial, 'at'>;
  /** Undefined: what is served stays. */
  readonly won?: Won;
}

async function gzipOf(text: string): Promise<Bytes> {
  return (await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()).byteLength as Bytes;
}

/** Whether a score is one that devices take, and no heavier than its share of what may travel. */
async function travels(state: LearnedState, score: ModelScore): Promise<boolean> {
  const text = JSON.stringify({ id: 'learned', states: { [state]: score } });
  return parseModel(JSON.parse(text)).ok && await gzipOf(text) <= TRAINING.bytesOfState;
}

/** What follows from a trial. What would not travel is not published, however good it is. */
export async function concludeTrial({ winner, score, auc, confidence, weights, quality, importance, threshold, reference }: Trial, state: LearnedState, periods: Periods): Promise<Conclusion> {
  const { train, test, treatmentIsInput, cut, valueFrom, visitors } = periods;
  const sum = (labels: ArrayLike<number>): number => Array.from(labels).reduce((all, label) => all + label, 0);
  const tell = (end: TrialEnd): Conclusion['told'] => ({
    end, samples: train.labels.length + test.labels.length, positives: sum(train.labels) + sum(test.labels), visitors,
    cut, treatmentIsInput, ...(valueFrom !== undefined && { valueFrom: valueFrom / 1_000 }), auc, confidence, weights, quality, importance,
  });
  if (winner === 'expert') return { told: tell('expert_better'), won: null };
  if (!winner) return { told: tell('not_better') };
  return await travels(state, score) ? { told: tell('better'), won: { score, judged: { quality, importance, threshold, reference } } } : { told: tell('unfit') };
}
