/**
 * Reads one exposure: was it an impression (visible for 1 s), and how did it end. In control and holdout the silent ghost
 * impression stands for one.
 */
export function outcomeOf({ arm, outcome }: { readonly arm: string; readonly outcome: string }): { readonly impression: boolean; readonly outcome: string } {
  return { impression: arm === 'control' || arm === 'holdout' || outcome !== 'none', outcome };
}
