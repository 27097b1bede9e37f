import { WANTED_VISITORS_PER_ARM } from '@tactful/learner';
import type { CampaignReport, Compiled, ConfigSource, SelfPause } from '@tactful/protocol';
import { thresholdsOf } from './readThresholds.ts';
import { armReport, compareArms } from './compareArms.ts';
import type { Sums } from './sumCells.ts';
import { tallyOf, type Measures } from './valuesOf.ts';

export interface CampaignFigures {
  readonly source: ConfigSource;
  readonly versions: Compiled['versions'];
  readonly sums: Sums;
  /** Discount given by each offer's redemptions, in the site's currency. */
  readonly discounts: Readonly<Record<string, number>>;
  /** Of campaigns that paused themselves and were not set live since. */
  readonly pauses: ReadonlyMap<string, SelfPause>;
}

/** What every campaign of the live configuration did, over all days. An offer that several campaigns name is divided among them by impressions. */
export function campaignReports({ source, versions, sums, discounts, pauses }: CampaignFigures): readonly CampaignReport[] {
  const campaigns = source.campaigns ?? [];
  const shown = (id: string): number => sums.one({ kind: 'campaign', subject: id, arm: 'treatment', measure: 'impressions' });
  return campaigns.map(({ id, name, status, message, ...asks }) => {
    const measures = (arm: string): Measures => sums.measures({ kind: 'campaign', subject: id, arm });
    const offer = message.offer;
    const sharers = campaigns.filter((other) => offer !== undefined && other.message.offer === offer);
    const all = sharers.reduce((sum, other) => sum + shown(other.id), 0);
    const share = sharers.length < 2 ? 1 : all > 0 ? shown(id) / all : 1 / sharers.length;
    const outcomes = Object.entries(measures('treatment'))
      .flatMap(([measure, n]) => (measure.startsWith('outcome:') && n > 0 ? [[measure.slice('outcome:'.length), n] as const] : []));
    return {
      id, name: name ?? id, status, kind: message.kind, version: versions[id]?.version ?? 1,
      ...compareArms(tallyOf(measures('treatment')), tallyOf(measures('control'))),
      ...(status === 'shadow' ? { shadow: armReport(tallyOf(measures('shadow'))) } : {}),
      mixed: sums.one({ kind: 'campaign', subject: id, arm: 'mixed', measure: 'visitors' }),
      outcomes: Object.fromEntries(outcomes), optOuts: measures('treatment')['optOuts'] ?? 0,
      answers: { helped: measures('treatment')['helped'] ?? 0, unhelpful: measures('treatment')['unhelpful'] ?? 0 },
      ...(status === 'paused' && pauses.has(id) ? { pausedItself: pauses.get(id)! } : {}),
      ...(offer === undefined ? {} : { couponCost: (discounts[offer] ?? 0) * share }),
      wanted: WANTED_VISITORS_PER_ARM, tuned: thresholdsOf(asks).size > 0,
      gates: sums.measures({ kind: 'gate', subject: id }),
    };
  });
}
