import { findMovements, type Movement, type PointerSample } from '../../packages/sdk/src/sense/findMovements.ts';
import type { Trace } from '../replay-pointer/Trace.ts';

/** The movements of each person over all their recordings, as the page would find them: moves with no button pressed. */
export function peopleOf(traces: readonly Trace[]): readonly (readonly Movement[])[] {
  const people = new Map<string, Movement[]>();
  for (const { name, samples } of traces) {
    // A second folder of the same person is `user62.2`.
    const person = name.split('/')[0]!.split('.')[0]!;
    const runs: PointerSample[][] = [[]];
    for (const { at, state, x, y } of samples) {
      if (state === 'Move') runs[runs.length - 1]!.push([at, x, y]);
      else runs.push([]);
    }
    people.set(person, [...people.get(person) ?? [], ...runs.flatMap(findMovements)]);
  }
  return [...people.values()];
}
