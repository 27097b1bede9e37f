import type { PointerNorms } from '../../packages/sdk/src/sense/pointerScore.ts';
import type { PointerTraits } from '../../packages/sdk/src/sense/pointerTraits.ts';

/** Of each trait: the median among people, and from there to what one in a hundred exceeds. To two digits. */
export function normsOf(people: readonly PointerTraits[]): PointerNorms {
  return ([0, 1, 2] as const).map((of) => {
    const sorted = people.map((traits) => traits[of]).sort((one, other) => one - other);
    const [usual, rare] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]!) as [number, number];
    return [Number(usual.toFixed(2)), Number((rare - usual).toFixed(2))];
  });
}
