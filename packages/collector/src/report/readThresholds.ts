import { COLUMNS, evaluate, proposeThreshold, type Met, type Past } from '@tactful/learner';
import { expertModel, type CampaignSource, type ConfigSource, type ModelScore, type ThresholdReport } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { allShards } from '../shard/allShards.ts';
import { readFacts } from '../store/readFacts.ts';

type Tuned = ThresholdReport['state'];
/** Sessions that are looked at, the newest; and how long a snapshot stands for what was known at an exposure. */
const SESSIONS = 4_000, FRESH = 60_000, DAY = 86_400_000;

/** From where on a campaign asks for the intents that no event answers; not below a `not`. */
export function thresholdsOf({ trigger, conditions }: Pick<CampaignSource, 'trigger' | 'conditions'>): ReadonlyMap<Tuned, number> {
  const found = new Map<Tuned, number>();
  JSON.stringify([trigger, conditions], (key, value) => {
    if (key === 'not') return undefined;
    const [, state] = /^(?:intent\.)?(price_doubt|struggle)$/.exec(value?.on === 'intent' ? value.state : value?.feature) ?? [];
    const from = value?.gte ?? value?.gt;
    if (state && from !== undefined) found.set(state as Tuned, Math.max(from, found.get(state as Tuned) ?? 0));
    return value;
  });
  return found;
}

/** How the visitor met the campaign first, by the score as it was; nothing where they met both arms, or what was known then is not. */
export function metOf({ sessions, orders, exposures }: Past, { campaign, score, within }: { readonly campaign: string; readonly score: ModelScore; readonly within: number }): Met[] {
  const own = exposures.filter((one) => one.campaign === campaign && (one.arm === 'treatment' || one.arm === 'control')).sort((a, b) => a.at - b.at), [first] = own;
  const known = first && sessions.flatMap(({ snapshots }) => snapshots).filter(({ at }) => at <= first.at && at > first.at - FRESH).sort((a, b) => b.at - a.at)[0];
  if (!known || own.some(({ arm }) => arm !== first.arm)) return [];
  const treated = first.arm === 'treatment';
  return [{
    score: 1 / (1 + Math.exp(-evaluate(score, { names: COLUMNS, columns: known.x.map((value) => [value < 0 ? NaN : value]), labels: [0] })[0]!)), treated,
    converted: orders.some(({ event, at }) => event === 'purchase' && at >= first.at && at <= first.at + within),
    unwanted: treated && (first.outcome === 'dismiss' || first.reason === 'opt_out'),
    ...(treated && typeof first.helped === 'number' && { helped: first.helped === 1 }),
  }];
}

/** What a campaign's outcomes say of the thresholds that it names; undefined where there is no such campaign. */
export async function readThresholds(c: AppContext, campaign: string): Promise<readonly ThresholdReport[] | undefined> {
  const site = c.get('site');
  const [stored, { currency, goals }] = await Promise.all([c.get('stores').configs.read(site.id, site.version), readFacts(c, site)]);
  const own = (JSON.parse(stored?.source ?? '{}') as ConfigSource).campaigns?.find(({ id }) => id === campaign);
  const thresholds = own && thresholdsOf(own);
  if (!thresholds?.size) return thresholds && [];
  const { event, within } = goals[campaign] ?? { event: '', within: DAY };
  const pasts = (await allShards(c.env, site, (shard) => shard.past({ before: Date.now() - within, limit: Math.ceil(SESSIONS / site.shards) }))).flat();
  return [...thresholds].map(([state, from]) => {
    const score = expertModel([state], currency).states[state]!;
    const met = pasts.flatMap((past) => metOf(past, { campaign, score, within }));
    // Other goals are not among the orders: what is known of them is whether the message was wanted.
    return { state, from, ...proposeThreshold(event === 'purchase' ? met : met.map((one) => ({ ...one, converted: false })), from) };
  });
}
