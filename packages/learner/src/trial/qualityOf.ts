import type { ModelQuality } from '@tactful/protocol';
import { auc } from '../judge/auc.ts';
import { averagePrecision } from '../judge/averagePrecision.ts';
import { calibration, calibrationError } from '../judge/calibration.ts';
import { f1 } from '../judge/f1.ts';
import { brier, logLoss } from '../judge/losses.ts';
import { sigmoid } from '../train/solveLogistic.ts';

/** Judges logits by what came true. */
export function qualityOf(logits: Float64Array, labels: ArrayLike<number>, threshold: number): ModelQuality {
  const bins = calibration(logits.map(sigmoid), labels);
  return {
    samples: labels.length, positives: Array.from(labels).reduce((sum, label) => sum + label, 0),
    auc: auc(logits, labels), averagePrecision: averagePrecision(logits, labels), f1: f1(logits, labels, threshold),
    logLoss: logLoss(logits, labels), brier: brier(logits, labels), calibrationError: calibrationError(bins), calibration: bins,
  };
}
