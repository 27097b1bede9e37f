import { COLUMNS, evaluate, proposeThreshold, type Met, type Past } from '@tactful/learner';
import { expertModel, type CampaignSource, type ClauseSource, type ConditionSource, type ConfigSource, type ModelScore, type ThresholdReport, type TriggerSource } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { allShards } from '../shard/allShards.ts';
import { readFacts } from '../store/readFacts.ts';

const TUNED = ['price_doubt', 'struggle'] as const satisfies readonly ThresholdReport['state'][];
type Tuned = (typeof TUNED)[number];
/** Sessions that are looked at, the newest in which somebody met the campaign first; and how long a snapshot stands for what was known at an exposure. */
const SESSIONS = 4_000, FRESH = 60_000, DAY = 86_400_000;

type Asked = TriggerSource | ClauseSource | ConditionSource;

/** What the state's score is at least wherever this holds: of branches the lowest. 0 where nothing says so, as below a `not`. */
function leastOf(state: Tuned, asked: Asked): number {
  const each = (list: readonly unknown[] | undefined): number[] => (list ?? []).map((one) => leastOf(state, one as Asked));
  if ('any' in asked) return Math.min(...each(asked.any));
  if ('all' in asked) return Math.max(...each(asked.all));
  if ('feature' in asked) return asked.feature === `intent.${state}` ? Number(asked.gte ?? asked.gt ?? 0) : 0;
  if (!('on' in asked)) return 0;
  if (asked.on === 'sequence') return Math.max(...each(asked.of));
  return asked.on === 'intent' && asked.state === state ? asked.gte : 0;
}

/** From where on a campaign asks for the intents that no event answers, however it is met. */
export const thresholdsOf = ({ trigger, conditions }: Pick<CampaignSource, 'trigger' | 'conditions'>): ReadonlyMap<Tuned, number> =>
  new Map(TUNED.map((state) => [state, Math.max(leastOf(state, trigger), conditions ? leastOf(state, conditions) : 0)] as const).filter(([, from]) => from > 0));

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
  const pasts = (await allShards(c.env, site, (shard) => shard.past({ before: Date.now() - within, limit: Math.ceil(SESSIONS / site.shards), campaign }))).flat();
  return [...thresholds].map(([state, from]) => {
    const score = expertModel([state], currency).states[state]!;
    const met = pasts.flatMap((past) => metOf(past, { campaign, score, within }));
    // Other goals are not among the orders: what is known of them is whether the message was wanted.
    return { state, from, ...proposeThreshold(event === 'purchase' ? met : met.map((one) => ({ ...one, converted: false })), from) };
  });
}
