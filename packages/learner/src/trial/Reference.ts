import type { ModelScore } from '@tactful/protocol';
import { evaluate } from '../blend/evaluate.ts';
import { psi } from '../judge/psi.ts';
import { TREATED } from '../sample/periodsOf.ts';
import type { Samples } from '../train/Samples.ts';

/** How the score and each feature lay where it was judged, of visitors who came for the first time, as those are who are looked at later: a hundred of each, by rank. Whose they were is not kept. Null: unknown. */
export interface Reference {
  readonly score: readonly (number | null)[];
  readonly features: Readonly<Record<string, readonly (number | null)[]>>;
}

/** How far the score and each feature have moved since: a population-stability index each. */
export interface Drift { readonly score: number; readonly features: Readonly<Record<string, number>> }

const KEPT = 100;
/** To four digits: nobody's own number is kept. */
const short = (value: number): number => Number(value.toPrecision(4));

/** What later moments are compared with. Features that told nothing then are left out. */
export function referenceOf(score: ModelScore, samples: Samples): Reference {
  const features = samples.names.map((name, at) => [name, ranked(samples.columns[at]!)] as const).filter(([name, values]) => name !== TREATED && new Set(values).size > 1);
  return { score: ranked(evaluate(score, samples)), features: Object.fromEntries(features) };
}

/** Compares moments with those that a score was judged by. */
export function driftOf(score: ModelScore, reference: Reference, samples: Samples): Drift {
  // What many share lies on an edge between parts: cut in one alone it would be on the other side of it.
  const moved = (then: readonly (number | null)[], now: ArrayLike<number>): number => psi(then.map((value) => value ?? NaN), Float64Array.from(now, short));
  const features = Object.entries(reference.features).map(([name, then]) => [name, moved(then, samples.columns[samples.names.indexOf(name)] ?? [])] as const);
  return { score: moved(reference.score, evaluate(score, samples)), features: Object.fromEntries(features) };
}

/** As many of each share, the unknown ones last. */
function ranked(values: ArrayLike<number>): (number | null)[] {
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: KEPT }, (_one, at) => {
    const value = sorted[Math.floor((at + 0.5) * sorted.length / KEPT)];
    return Number.isFinite(value) ? short(value!) : null;
  });
}
