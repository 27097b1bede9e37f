import { gzipSync } from 'node:zlib';
import { averagePrecision, brier, calibration, calibrationError, logLoss } from '@tactful/learner';
import type { ModelScore } from '@tactful/protocol';

/** How good logits are of sessions that were not trained on. */
export interface Figures {
  readonly averagePrecision: number;
  readonly f1: number;
  readonly logLoss: number;
  readonly brier: number;
  readonly calibrationError: number;
  /** The largest of the models as it travels: JSON, gzip. */
  readonly bytes: number;
}

export const figuresOf = (logits: Float64Array, labels: Float64Array, scores: readonly ModelScore[]): Omit<Figures, 'f1'> => ({
  averagePrecision: averagePrecision(logits, labels),
  logLoss: logLoss(logits, labels),
  brier: brier(logits, labels),
  calibrationError: calibrationError(calibration(logits.map((logit) => 1 / (1 + Math.exp(-logit))), labels)),
  bytes: Math.max(...scores.map((score) => gzipSync(JSON.stringify({ id: 'm', states: { likely_buyer: score } }), { level: 9 }).length)),
});
