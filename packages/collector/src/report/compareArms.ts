import { lift, type ArmSums } from '@tactful/learner';
import type { ArmReport, CampaignReport } from '@tactful/protocol';
import { extremeFrom, leastOf } from './extremeFrom.ts';
import { sumValues, type ArmTally } from './valuesOf.ts';

/** Both arms of one campaign, and what lies between them. */
export type Comparison = Pick<CampaignReport, 'treatment' | 'control' | 'extremeFrom' | 'lift'>;

/** One arm; what its visitors did, and the values of those that are clean: the others are left out of the comparison of values. */
interface Arm { readonly report: ArmReport; readonly conversions: ArmSums; readonly values: ArmSums }

function armOf({ visitors, impressions, conversions, x, xSquares, products, classes }: ArmTally, extreme: number): Arm {
  const unvalued = sumValues(classes, (among) => among === 'unvalued');
  const far = sumValues(classes, (among) => Number(among) >= extreme);
  const clean = sumValues(classes, (among) => Number(among) < extreme);
  return {
    report: { visitors, impressions, conversions, value: unvalued.value + far.value + clean.value, unvalued: unvalued.buyers, extreme: far.buyers },
    conversions: { visitors, sum: conversions, squares: conversions, x, xSquares, products },
    values: {
      visitors: visitors - unvalued.buyers - far.buyers, sum: clean.value, squares: clean.valueSquares,
      x: x - unvalued.x - far.x, xSquares: xSquares - unvalued.xSquares - far.xSquares, products: clean.products,
    },
  };
}

/** One arm by itself: nothing is extreme beside nobody. */
export const armReport = (tally: ArmTally): ArmReport => armOf(tally, Infinity).report;

/** Treated against control. */
export function compareArms(treated: ArmTally, kept: ArmTally): Comparison {
  const extreme = extremeFrom(treated.classes, kept.classes);
  const [treatment, control] = [armOf(treated, extreme), armOf(kept, extreme)];
  return {
    treatment: treatment.report, control: control.report, ...(extreme < Infinity ? { extremeFrom: leastOf(extreme) } : {}),
    lift: { value: lift(treatment.values, control.values), conversion: lift(treatment.conversions, control.conversions) },
  };
}
