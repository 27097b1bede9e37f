import { auc, bestThreshold, calibration, calibrationError, driftOf, DRIFTED, evaluate, f1, type Periods } from '@tactful/learner';
import type { EpochMs, ModelLook, ModelScore } from '@tactful/protocol';
import type { Judged } from '../store/modelStore.ts';
import { TRAINING } from './TRAINING.ts';

/** What is served: its score, and how it was judged if it was learned. */
export interface Champion { readonly version: number; readonly score: ModelScore; readonly judged?: Judged | undefined }

/** By how much a population-stability index of n sessions may be more by chance alone: parts / n. */
const PARTS = 10;

/** How what is served does by the later period, and whether that is worse than when it was published, or what it sees is not what it learned from. */
export function lookAt({ score, version, judged }: Champion, { train, test }: Periods, at: EpochMs): { readonly look: ModelLook; readonly fell: boolean } {
  const logits = evaluate(score, test), { labels } = test, samples = labels.length;
  const now = auc(logits, labels);
  const drift = judged && driftOf(score, judged.reference, test);
  const positives = Array.from(labels).reduce((sum, label) => sum + label, 0);
  const chance = 2 * Math.sqrt(now * (1 - now) / Math.min(positives, samples - positives));
  const look: ModelLook = {
    at, version, samples, auc: now,
    f1: f1(logits, labels, judged?.threshold ?? bestThreshold(evaluate(score, train), train.labels)),
    calibrationError: calibrationError(calibration(logits.map((logit) => 1 / (1 + Math.exp(-logit))), labels)),
    ...(drift && { drift: { score: drift.score, features: Object.fromEntries(Object.entries(drift.features).filter(([, by]) => by >= DRIFTED + PARTS / samples)) } }),
  };
  return { look, fell: judged !== undefined && (now < judged.quality.auc - Math.max(TRAINING.fallen, chance) || drift!.score >= DRIFTED + PARTS / samples) };
}
