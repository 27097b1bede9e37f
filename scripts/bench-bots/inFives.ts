import type { Movement, PointerSample } from '../../packages/sdk/src/sense/findMovements.ts';

/** Movements five by five as one list of samples, a second of rest between them; what is left over is left out. */
export function inFives(movements: readonly Movement[]): readonly (readonly PointerSample[])[] {
  return Array.from({ length: Math.floor(movements.length / 5) }, (_one, group) => {
    let start = 0;
    return movements.slice(group * 5, group * 5 + 5).flatMap((run) => {
      const shift = start - run[0]![0];
      start = run[run.length - 1]![0] + shift + 1_000;
      return run.map(([at, x, y]): PointerSample => [at + shift, x, y]);
    });
  });
}
