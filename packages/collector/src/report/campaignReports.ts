import { conversionLift, valuePerVisitorLift, WANTED_VISITORS_PER_ARM, type ValueArm } from '@tactful/learner';
import type { ArmReport, CampaignReport, Compiled, ConfigSource } from '@tactful/protocol';
import { extremeFrom, leastOf } from './extremeFrom.ts';
import type { Sums } from './sumCells.ts';
import { classesOf, sumValues, type ValueClasses } from './valuesOf.ts';

export interface CampaignFigures {
  readonly source: ConfigSource;
  readonly versions: Compiled['versions'];
  readonly sums: Sums;
  /** Discount given by each offer's redemptions, in the site's currency. */
  readonly discounts: Readonly<Record<string, number>>;
}

/** One arm, and the values of its visitors that are clean: the others are left out of the comparison of values. */
interface Arm { readonly report: ArmReport; readonly clean: ValueArm }

function armOf(sums: Sums, campaign: string, { arm, classes, extreme }: { readonly arm: string; readonly classes: ValueClasses; readonly extreme: number }): Arm {
  const n = (measure: string): number => sums.one({ kind: 'campaign', subject: campaign, arm, measure });
  const visitors = n('visitors');
  const unvalued = sumValues(classes, (among) => among === 'unvalued').buyers;
  const far = sumValues(classes, (among) => Number(among) >= extreme).buyers;
  const { value, valueSquares } = sumValues(classes, (among) => Number(among) < extreme);
  return {
    report: { visitors, impressions: n('impressions'), conversions: n('conversions'), value: sumValues(classes, () => true).value, unvalued, extreme: far },
    clean: { visitors: visitors - unvalued - far, value, valueSquares },
  };
}

function liftOf({ report: treatment, clean }: Arm, { report: control, clean: cleanControl }: Arm): CampaignReport['lift'] {
  const value = valuePerVisitorLift(clean, cleanControl);
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
    const [treated, kept] = [classesOf(sums, id, 'treatment'), classesOf(sums, id, 'control')];
    const extreme = extremeFrom(treated, kept);
    const treatment = armOf(sums, id, { arm: 'treatment', classes: treated, extreme });
    const control = armOf(sums, id, { arm: 'control', classes: kept, extreme });
    const offer = message.offer;
    const sharers = campaigns.filter((other) => offer !== undefined && other.message.offer === offer);
    const all = sharers.reduce((sum, other) => sum + shown(other.id), 0);
    const share = sharers.length < 2 ? 1 : all > 0 ? shown(id) / all : 1 / sharers.length;
    const outcomes = Object.entries(sums.measures({ kind: 'campaign', subject: id, arm: 'treatment' }))
      .flatMap(([measure, n]) => (measure.startsWith('outcome:') && n > 0 ? [[measure.slice('outcome:'.length), n] as const] : []));
    return {
      id, name: name ?? id, status, kind: message.kind, version: versions[id]?.version ?? 1,
      treatment: treatment.report, control: control.report, ...(extreme < Infinity ? { extremeFrom: leastOf(extreme) } : {}),
      ...(status === 'shadow' ? { shadow: armOf(sums, id, { arm: 'shadow', classes: classesOf(sums, id, 'shadow'), extreme }).report } : {}),
      mixed: sums.one({ kind: 'campaign', subject: id, arm: 'mixed', measure: 'visitors' }),
      outcomes: Object.fromEntries(outcomes),
      ...(offer === undefined ? {} : { couponCost: (discounts[offer] ?? 0) * share }),
      lift: liftOf(treatment, control), wanted: WANTED_VISITORS_PER_ARM,
      gates: sums.measures({ kind: 'gate', subject: id }),
    };
  });
}
