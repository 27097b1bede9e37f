import { findMovements, type Movement, type PointerSample } from './findMovements.ts';

/** How smooth, how trembling and how even the movements of a pointer are; each is greater the less it is like a hand's. */
export type PointerTraits = readonly [smooth: number, trembling: number, even: number];

/** So many movements are judged together, at least: one alone may be anybody's. */
const MOVEMENTS = 5;

/** The traits of one movement. */
function traitsOf(run: Movement): PointerTraits {
  const n = run.length;
  const steps = run.slice(1).map(([, x, y], at) => [x - run[at]![1], y - run[at]![2]] as const);
  const lengths = steps.map(([x, y]) => Math.hypot(x, y));
  const mean = lengths.reduce((sum, one) => sum + one) / (n - 1);
  const spread = Math.sqrt(lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
  let [jerk, turned, turns] = [0, 0, 0];
  steps.forEach(([x, y], at) => {
    const [a, b] = steps[at - 1] || [0, 0];
    const before = steps[at - 2];
    // Shorter steps point wherever rounding lets them.
    if (lengths[at]! > 2 && lengths[at - 1]! > 2) {
      turned += Math.abs(Math.atan2(a * y - b * x, a * x + b * y));
      turns++;
    }
    if (before) jerk += Math.hypot(x - 2 * a + before[0], y - 2 * b + before[1]);
  });
  // Third differences of a curve that was computed are rounding (1.3 px) and what the least jerky way of that length has (60 × length / n³).
  return [
    -Math.log((jerk / (n - 3) + 0.1) / (1.3 + 60 * mean / n ** 2)),
    Math.log(turned / (turns || 1) + 0.01),
    -Math.log(spread / mean + 0.05),
  ];
}

/** The mean traits of a mouse's movements; `undefined` while there are too few of them to judge. */
export function pointerTraits(samples: readonly PointerSample[]): PointerTraits | undefined {
  const found = findMovements(samples).map(traitsOf);
  if (found.length < MOVEMENTS) return undefined;
  return [0, 1, 2].map((of) => found.reduce((sum, traits) => sum + traits[of]!, 0) / found.length) as [number, number, number];
}
