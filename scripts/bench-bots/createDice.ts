/** Draws that repeat from run to run. */
export interface Dice {
  /** From 0 up to 1. */
  readonly even: () => number;
  /** Gauss: mean 0, deviation 1. */
  readonly normal: () => number;
}

/** Dice after Park and Miller. `seed` is a whole number above 0. */
export function createDice(seed: number): Dice {
  let state = seed;
  const even = (): number => (state = state * 48_271 % 2_147_483_647) / 2_147_483_647;
  return { even, normal: () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even()) };
}
