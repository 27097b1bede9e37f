import { auc, bestThreshold, calibration, calibrationError, driftOf, DRIFTED, evaluate, f1, type Periods, type Samples } from '@tactful/learner';
import type { EpochMs, ModelLook, ModelScore } from '@tactful/protocol';
import type { Judged } from '../store/modelStore.ts';
import { TRAINING } from './TRAINING.ts';

/** What is served: its score, and how it was judged if it was learned. */
export interface Champion { readonly version: number; readonly score: ModelScore; readonly judged?: Judged | undefined }

/** By how much a population-stability index of n visitors, in ten parts and beside as few, may be more by chance alone: parts / n of either, and half as much again as its spread. */
const PARTS = 30;

/** Visitors of whom some moment is of a kind: the moments of one are one piece of evidence. */
const visitorsOf = ({ labels, groups }: Samples, isOf: (label: number) => boolean = () => true): number =>
  new Set(Array.from(labels, (label, row) => (isOf(label) ? groups?.[row] ?? row : NaN)).filter((visitor) => visitor >= 0)).size;

/** How what is served does by the later period, and whether that is worse than when it was published, or what it sees is not what it learned from. */
export function lookAt({ score, version, judged }: Champion, { train, test }: Periods, at: EpochMs): { readonly look: ModelLook; readonly fell: boolean } {
  const logits = evaluate(score, test), { labels } = test, samples = labels.length;
  const now = auc(logits, labels);
  const drift = judged && driftOf(score, judged.reference, test);
  const fewest = Math.min(...[0, 1].map((kind) => visitorsOf(test, (label) => label === kind))), moved = DRIFTED + PARTS / visitorsOf(test);
  const chance = 2 * Math.sqrt(now * (1 - now) / fewest);
  const look: ModelLook = {
    at, version, samples, auc: now,
    f1: f1(logits, labels, judged?.threshold ?? bestThreshold(evaluate(score, train), train.labels)),
    calibrationError: calibrationError(calibration(logits.map((logit) => 1 / (1 + Math.exp(-logit))), labels)),
    ...(drift && { drift: { score: drift.score, features: Object.fromEntries(Object.entries(drift.features).filter(([, by]) => by >= moved)) } }),
  };
  return { look, fell: judged !== undefined && (now < judged.quality.auc - Math.max(TRAINING.fallen, chance) || drift!.score >= moved) };
}
