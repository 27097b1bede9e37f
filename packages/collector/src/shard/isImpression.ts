/** Reasons that say it was never seen, whatever the outcome is called. */
const UNSEEN = ['veto', 'load'];

/**
 * Was one exposure an impression? In treatment the device gives it an outcome once it was visible for 1 s; in control and
 * holdout the silent ghost stands for one. A shadow is none.
 */
export function isImpression({ arm, outcome, reason }: { readonly arm: string; readonly outcome: string; readonly reason: string }): boolean {
  return arm === 'control' || arm === 'holdout' || (arm === 'treatment' && outcome !== 'none' && !UNSEEN.includes(reason));
}
