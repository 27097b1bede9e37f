/** From here on a feature or a score counts as moved; below 0.1 it is as it was (credit scoring's rule of thumb). */
export const DRIFTED = 0.2;

/**
 * The population-stability index: how far what is seen lies from what was trained on, in `bins` parts that were equally full then and one of unknown
 * values. 0 where they are alike. Of n sessions chance alone makes about bins / n.
 */
export function psi(trained: ArrayLike<number>, seen: ArrayLike<number>, bins = 10): number {
  const sorted = Float64Array.from(trained).filter(Number.isFinite).sort();
  const edges = [...new Set(Array.from({ length: bins - 1 }, (_one, at) => sorted[Math.floor((at + 1) * sorted.length / bins)]!))];
  const shares = [trained, seen].map((list) => {
    const counts = new Float64Array(edges.length + 2);
    for (let row = 0; row < list.length; row++) counts[Number.isFinite(list[row]) ? edges.filter((edge) => list[row]! >= edge).length : edges.length + 1]!++;
    // Half a session in each part, so that an empty one is no infinity.
    return counts.map((count) => (count + 0.5) / (list.length + counts.length / 2));
  });
  return shares[0]!.reduce((sum, share, at) => sum + (shares[1]![at]! - share) * Math.log(shares[1]![at]! / share), 0);
}
