import { reach } from '@tactful/learner';
import { sumValues, type ArmTally } from '../../packages/collector/src/report/valuesOf.ts';

/** 97.5 % quantile of the standard normal distribution. */
const QUANTILE = 1.959963984540054;

/** Mean of an arm and its squared standard error: its own spread, nothing adjusted, nothing left out. */
function meanOf({ visitors, conversions, classes }: ArmTally, of: 'value' | 'conversion'): { readonly mean: number; readonly error: number } {
  const all = of === 'value' ? sumValues(classes, () => true) : { value: conversions, valueSquares: conversions };
  return { mean: all.value / visitors, error: (all.valueSquares - all.value ** 2 / visitors) / (visitors - 1) / visitors };
}

/** What a difference would be taken for where each arm's own spread is trusted: `fixed`, by the textbook's test, right for one look that was set beforehand; `plain`, by the same sequence as the report's. */
export function ownSpread(treated: ArmTally, kept: ArmTally, of: 'value' | 'conversion'): { readonly fixed: boolean; readonly plain: boolean } {
  const [t, c] = [meanOf(treated, of), meanOf(kept, of)];
  const errors = Math.abs(t.mean - c.mean) / Math.sqrt(t.error + c.error);
  return { fixed: errors > QUANTILE, plain: errors > reach(treated.visitors * kept.visitors / (treated.visitors + kept.visitors)) };
}
