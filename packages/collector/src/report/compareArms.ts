import { isMismatch, lift, type ArmSums } from '@tactful/learner';
import type { ArmReport, CampaignReport } from '@tactful/protocol';
import { extremeFrom, leastOf } from './extremeFrom.ts';
import { sumValues, type ArmTally } from './valuesOf.ts';

/** Both arms of one campaign, and what lies between them. */
export type Comparison = Pick<CampaignReport, 'treatment' | 'control' | 'extremeFrom' | 'lift' | 'draw'>;

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

/** Sizes of the groups beside the shares that they were drawn with. Of whom the share is not known is held against that of the others, in the mean: who names a version that never was is seen, too. */
function drawOf(treated: ArmTally, kept: ArmTally): CampaignReport['draw'] {
  const shares = new Set([...treated.drawn.keys(), ...kept.drawn.keys()]);
  const known = [...shares].map((share) => ({ share, treatment: treated.drawn.get(share) ?? 0, control: kept.drawn.get(share) ?? 0 }));
  const sum = (list: typeof known, of: (one: (typeof known)[number]) => number): number => list.reduce((all, one) => all + of(one), 0);
  const all = sum(known, ({ treatment, control }) => treatment + control);
  if (all === 0) return null;
  const wanted = sum(known, ({ share, treatment, control }) => share * (treatment + control)) / all;
  const rest = ({ visitors }: ArmTally, arm: 'treatment' | 'control'): number => Math.max(0, visitors - sum(known, (one) => one[arm]));
  const drawn = [...known, { share: wanted, treatment: rest(treated, 'treatment'), control: rest(kept, 'control') }];
  return {
    wanted, met: sum(drawn, ({ control }) => control) / sum(drawn, ({ treatment, control }) => treatment + control),
    // Without a control group, or with nothing else, there is no draw.
    mismatch: isMismatch(drawn.filter(({ share }) => share > 0 && share < 1)),
  };
}

/** Treated against control. */
export function compareArms(treated: ArmTally, kept: ArmTally): Comparison {
  const extreme = extremeFrom(treated.classes, kept.classes);
  const [treatment, control] = [armOf(treated, extreme), armOf(kept, extreme)];
  return {
    treatment: treatment.report, control: control.report, draw: drawOf(treated, kept), ...(extreme < Infinity ? { extremeFrom: leastOf(extreme) } : {}),
    lift: { value: lift(treatment.values, control.values), conversion: lift(treatment.conversions, control.conversions) },
  };
}
