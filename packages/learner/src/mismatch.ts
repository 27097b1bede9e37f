/** Visitors of both arms who were drawn with the same share of control. */
export interface Drawn {
  /** Share that control was to get, above 0 and below 1. */
  readonly share: number;
  readonly treatment: number;
  readonly control: number;
}

/** Of this many campaigns that are drawn as they should be, at most one is ever said not to be. */
const ONE_IN = 1_000;
/** Visitors that the guess at another share weighs: it looks for shares a hundredth or two beside a control of a tenth. */
const WEIGHT = 1_000;

/** Stirling's series from 10 on (NIST DLMF 5.11.1), below by recurrence; error under 1e-10. */
function logGamma(value: number): number {
  let [z, below] = [value, 0];
  for (; z < 10; z++) below += Math.log(z);
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1_260 * z ** 5) - below;
}
const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/**
 * How much the visitors of both arms speak against the shares that they were drawn with: the logarithm of the Bayes factor of a Beta mixture around each share against the share itself
 * (M. Lindon and A. Malek, Anytime-valid inference for multinomial count data, NeurIPS 2022, arXiv:2011.03567). As a martingale, with all shares multiplied, it may be looked at whenever.
 */
export function mismatchEvidence(drawn: readonly Drawn[]): number {
  return drawn.reduce((sum, { share, treatment, control }) => {
    const [a, b] = [WEIGHT * share, WEIGHT * (1 - share)];
    return sum + logBeta(a + control, b + treatment) - logBeta(a, b) - control * Math.log(share) - treatment * Math.log(1 - share);
  }, 0);
}

/** Do arms hold other shares of the visitors than they were drawn with? Then something loses visitors of one arm, and no difference between the arms can be trusted. */
export const isMismatch = (drawn: readonly Drawn[]): boolean => mismatchEvidence(drawn) > Math.log(ONE_IN);
