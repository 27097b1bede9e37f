import { auc, coverOf, createTrial, evaluate, explain, fewOfEach, finish, momentsOf, periodsOf, type Past, type Samples } from '@tactful/learner';
import { expertModel, type ModelScore } from '@tactful/protocol';
import { ATTACKS } from './ATTACKS.ts';
import { honestShop } from './honestShop.ts';

const STATE = 'likely_buyer', MINUTE = 60_000, DAY = 1_440 * MINUTE, EXPLAINED = 300;

/** What one liar in a hundred may do at most: to what a feature says, to the probability, to the AUC. */
export const CLIP = { moved: 0.4, probability: 0.05, fell: 0.02 } as const;

/** What liars did to a score: judged by honest visitors whom nobody learned from. */
export interface Poisoned {
  readonly attack: string;
  /** How far what a feature says was moved, in logits, over honest visitors (root mean square around its mean): of the feature that was moved furthest. */
  readonly moved: number;
  readonly feature: string;
  /** How far the probability was moved, in the mean. */
  readonly probability: number;
  /** By how much the AUC fell. */
  readonly fell: number;
}

const samplesOf = (pasts: readonly Past[]): ReturnType<typeof periodsOf> =>
  periodsOf(STATE, fewOfEach(pasts.flatMap((past, visitor) => momentsOf(past, { visitor, state: STATE, now: 400 * DAY }))));

function learn(pasts: readonly Past[]) {
  const periods = samplesOf(pasts);
  if ('why' in periods) throw new Error(periods.why);
  const expert = expertModel([STATE]).states[STATE]!;
  return finish(createTrial(periods, { state: STATE, expert, champion: expert }));
}

/** What each feature says of each of the samples, less what it says in the mean. */
function said(score: ModelScore, { names, columns, labels }: Samples): Record<string, number[]> {
  const cover = score.trees ? coverOf(score.trees, { names, columns, labels }) : [];
  const told = Array.from({ length: Math.min(EXPLAINED, labels.length) }, (_one, row) => explain(score, cover, Object.fromEntries(names.map((name, at) => [name, columns[at]![row]]))).contributions);
  return Object.fromEntries(names.map((name) => {
    const mean = told.reduce((sum, one) => sum + (one[name] ?? 0), 0) / told.length;
    return [name, told.map((one) => (one[name] ?? 0) - mean)];
  }));
}

/** Learns from honest visitors alone, then with so many of a hundred of them replaced by liars, one attack after the other. */
export function* poison({ visitors, share, seed, attacks = Object.keys(ATTACKS) }: { readonly visitors: number; readonly share: number; readonly seed: number; readonly attacks?: readonly string[] }): Generator<Poisoned> {
  const honest = honestShop(visitors, seed);
  const periods = samplesOf(honestShop(visitors, seed + 1));
  if ('why' in periods) throw new Error(periods.why);
  const unseen = periods.train;
  const chances = (score: ModelScore): Float64Array => evaluate(score, unseen).map((logit) => 1 / (1 + Math.exp(-logit)));
  const clean = learn(honest);
  const [own, before, first] = [said(clean.score, unseen), chances(clean.score), auc(evaluate(clean.score, unseen), unseen.labels)];
  const count = Math.round(visitors * share), every = Math.floor(visitors / count);
  for (const attack of attacks) {
    const liars = ATTACKS[attack]!({ count, at: (n) => n * every * MINUTE, seed: seed + 2 });
    const { score } = learn(honest.map((past, n) => (n % every === 0 && n / every < count ? liars[n / every]! : past)));
    const moves = Object.entries(said(score, unseen)).map(([name, now]) => [Math.sqrt(now.reduce((sum, by, row) => sum + (by - own[name]![row]!) ** 2, 0) / now.length), name] as const);
    const [moved, feature] = moves.sort((a, b) => b[0] - a[0])[0]!;
    const now = chances(score);
    yield {
      attack, moved, feature, probability: now.reduce((sum, chance, row) => sum + Math.abs(chance - before[row]!), 0) / now.length,
      fell: first - auc(evaluate(score, unseen), unseen.labels),
    };
  }
}
