import { conversionLift, valuePerVisitorLift, WANTED_VISITORS_PER_ARM } from '@tactful/learner';
import type { ArmReport, CampaignReport, Compiled, ConfigSource } from '@tactful/protocol';
import type { Sums } from './sumCells.ts';

const MILLS = 1_000;

export interface CampaignFigures {
  readonly source: ConfigSource;
  readonly versions: Compiled['versions'];
  readonly sums: Sums;
  /** Discount given by each offer's redemptions, in the site's currency. */
  readonly discounts: Readonly<Record<string, number>>;
}

interface Arm extends ArmReport { readonly valueSquares: number }

function armOf(sums: Sums, campaign: string, arm: string): Arm {
  const n = (measure: string): number => sums.one({ kind: 'campaign', subject: campaign, arm, measure });
  return { visitors: n('visitors'), impressions: n('impressions'), conversions: n('conversions'), value: n('mills') / MILLS, valueSquares: n('mills2') / MILLS ** 2 };
}

const reported = ({ valueSquares: _squares, ...arm }: Arm): ArmReport => arm;

function liftOf(treatment: Arm, control: Arm): CampaignReport['lift'] {
  const value = valuePerVisitorLift(treatment, control);
  const conversion = conversionLift(treatment, control);
  return value && conversion && {
    valuePerVisitor: value.difference, low: value.low, high: value.high, incremental: value.difference * treatment.visitors,
    conversion: conversion.difference, conversionLow: conversion.low, conversionHigh: conversion.high,
  };
}

/** What every campaign of the live configuration did, over all days. An offer that several campaigns name is divided among them by impressions. */
export function campaignReports({ source, versions, sums, discounts }: CampaignFigures): readonly CampaignReport[] {
  const campaigns = source.campaigns ?? [];
  const shown = (id: string): number => sums.one({ kind: 'campaign', subject: id, arm: 'treatment', measure: 'impressions' });
  return campaigns.map(({ id, name, status, message }) => {
    const treatment = armOf(sums, id, 'treatment');
    const control = armOf(sums, id, 'control');
    const offer = message.offer;
    const sharers = campaigns.filter((other) => offer !== undefined && other.message.offer === offer);
    const all = sharers.reduce((sum, other) => sum + shown(other.id), 0);
    const share = sharers.length < 2 ? 1 : all > 0 ? shown(id) / all : 1 / sharers.length;
    const outcomes = Object.entries(sums.measures({ kind: 'campaign', subject: id, arm: 'treatment' }))
      .flatMap(([measure, n]) => (measure.startsWith('outcome:') && n > 0 ? [[measure.slice('outcome:'.length), n] as const] : []));
    return {
      id, name: name ?? id, status, kind: message.kind, version: versions[id]?.version ?? 1,
      treatment: reported(treatment), control: reported(control), ...(status === 'shadow' ? { shadow: reported(armOf(sums, id, 'shadow')) } : {}),
      mixed: sums.one({ kind: 'campaign', subject: id, arm: 'mixed', measure: 'visitors' }),
      outcomes: Object.fromEntries(outcomes),
      ...(offer === undefined ? {} : { couponCost: (discounts[offer] ?? 0) * share }),
      lift: liftOf(treatment, control), wanted: WANTED_VISITORS_PER_ARM,
      gates: sums.measures({ kind: 'gate', subject: id }),
    };
  });
}
