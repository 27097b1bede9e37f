import type { EpochMs } from '@tactful/protocol';
import type { Samples } from '../train/Samples.ts';
import { WANTED, type LearnedState } from './LEARNED.ts';
import { COLUMNS, type Moment } from './momentsOf.ts';

/** The column that says whether somebody was treated, where that is an input. No device knows it. */
export const TREATED = 'treated';
/** So many of a hundred moments, the earlier ones, are learned from; the rest judges. */
const EARLIER = 0.8;
/** Above that share of what buyers spend in 30 days somebody is of high value. */
const HIGH = 0.8;
/** The most that one untreated visitor may stand for. */
const MOST_WEIGHT = 20;

/** Why nothing was learned. */
export type TooFew = 'too_few_samples' | 'too_few_of_a_kind' | 'too_few_visitors' | 'too_few_to_judge';

/** What is learned from, and what is judged by: moments that came later, of visitors who were not learned from. */
export interface Periods {
  readonly train: Samples;
  readonly test: Samples;
  /** Those who met a message were too many to leave out: it is an input, which what is exported sets to "no". */
  readonly treatmentIsInput: boolean;
  readonly cut: EpochMs;
  readonly visitors: number;
  /** Of `high_value`: what one must spend more than, in thousandths. */
  readonly valueFrom?: number;
}

/** Moments that one visitor may give: nobody speaks louder than others by coming often, or by saying so. */
const MOST_OF_VISITOR = 4;

/** The first few of each visitor, in the order that they come in. */
export function fewOfEach(moments: readonly Moment[]): readonly Moment[] {
  const given = new Map<number, number>();
  return moments.filter(({ visitor }) => {
    const n = given.get(visitor) ?? 0;
    given.set(visitor, n + 1);
    return n < MOST_OF_VISITOR;
  });
}

/** Splits moments into an earlier and a later period. @returns why not, where they are too few; the counts are of all that could be used */
export function periodsOf(state: LearnedState, moments: readonly Moment[]): Periods | { readonly why: TooFew; readonly counts: Counts } {
  const sorted = [...moments].sort((a, b) => a.at - b.at);
  const cut = sorted[Math.floor(EARLIER * sorted.length)]?.at ?? 0;
  const valueFrom = state === 'high_value' ? thresholdOf(sorted.filter(({ at }) => at < cut)) : undefined;
  const labelOf = ({ was }: Moment): number => (valueFrom === undefined ? was : +(was > valueFrom));
  const parted = partsOf(sorted.filter(({ met }) => met !== 'treated'), { cut, labelOf });
  const treatmentIsInput = 'why' in parted;
  const parts = treatmentIsInput ? partsOf(sorted, { cut, labelOf }) : parted;
  if ('why' in parts) return parts;
  const { earlier, unseen, counts } = parts;
  const weight = treatmentIsInput ? 1 : weightOf(sorted);
  const samplesOf = (some: readonly Moment[]): Samples => ({
    names: treatmentIsInput ? [...COLUMNS, TREATED] : COLUMNS,
    columns: [...COLUMNS.map((_name, at) => some.map(({ x }) => (x[at] === -1 ? NaN : x[at]!))), ...treatmentIsInput ? [some.map(({ met }) => +(met === 'treated'))] : []],
    labels: some.map(labelOf), groups: some.map(({ visitor }) => visitor),
    weights: alike(some, ({ met }) => (met ? weight : 1)),
  });
  return { train: samplesOf(earlier), test: samplesOf(unseen), treatmentIsInput, cut, visitors: counts.visitors, ...(valueFrom !== undefined && { valueFrom }) };
}

/** How many moments, those that came true, and visitors. */
export interface Counts { readonly samples: number; readonly positives: number; readonly visitors: number }

const kindsOf = (moments: readonly Moment[], labelOf: (moment: Moment) => number): [number, number] => {
  const positives = moments.reduce((sum, moment) => sum + labelOf(moment), 0);
  return [positives, moments.length - positives];
};

const visitorsOf = (moments: readonly Moment[]): number => new Set(moments.map(({ visitor }) => visitor)).size;

/** Visitors of the kind that fewer are of: the moments of one visitor are one piece of evidence. */
const fewestOf = (moments: readonly Moment[], labelOf: (moment: Moment) => number): number => Math.min(...[0, 1].map((kind) => visitorsOf(moments.filter((moment) => labelOf(moment) === kind))));

type Split = { readonly why: TooFew; readonly counts: Counts } | { readonly earlier: readonly Moment[]; readonly unseen: readonly Moment[]; readonly counts: Counts };

/** Who is learned from, and whom nobody has seen before; or why not, where either are too few. */
function partsOf(used: readonly Moment[], { cut, labelOf }: { readonly cut: EpochMs; readonly labelOf: (moment: Moment) => number }): Split {
  const { why, counts } = lackOf(used, labelOf);
  if (why) return { why, counts };
  const [earlier, later] = [used.filter(({ at }) => at < cut), used.filter(({ at }) => at >= cut)];
  const known = new Set(earlier.map(({ visitor }) => visitor));
  // The cohort is of those who are learned from.
  if (known.size < WANTED.visitors) return { why: 'too_few_visitors', counts: { ...counts, visitors: known.size } };
  const unseen = later.filter(({ visitor }) => !known.has(visitor));
  return [earlier, unseen].some((some) => fewestOf(some, labelOf) < WANTED.judgedOfEachKind) ? { why: 'too_few_to_judge', counts } : { earlier, unseen, counts };
}

function lackOf(moments: readonly Moment[], labelOf: (moment: Moment) => number): { readonly why?: TooFew; readonly counts: Counts } {
  const kinds = kindsOf(moments, labelOf);
  const counts = { samples: moments.length, positives: kinds[0], visitors: visitorsOf(moments) };
  if (counts.samples < WANTED.samples) return { why: 'too_few_samples', counts };
  return Math.min(...kinds) < WANTED.ofEachKind ? { why: 'too_few_of_a_kind', counts } : { counts };
}

/** Weights by which each visitor says as much as any other, however many moments they gave; undefined where all are 1. */
function alike(moments: readonly Moment[], weightOfOne: (moment: Moment) => number): number[] | undefined {
  const given = new Map<number, number>();
  for (const { visitor } of moments) given.set(visitor, (given.get(visitor) ?? 0) + 1);
  const mean = moments.length / given.size;
  const weights = moments.map((moment) => weightOfOne(moment) * mean / given.get(moment.visitor)!);
  return weights.every((weight) => weight === 1) ? undefined : weights;
}

/** Who met a campaign and was kept out stands for those, too, who met one and were treated. */
function weightOf(moments: readonly Moment[]): number {
  const met = moments.filter((moment) => moment.met);
  const kept = met.filter((moment) => moment.met === 'untreated').length;
  return kept ? Math.min(MOST_WEIGHT, met.length / kept) : 1;
}

/** What four of five buyers don't spend more than, each counted at their first moment. */
function thresholdOf(sorted: readonly Moment[]): number {
  const first = new Map<number, number>();
  for (const { visitor, was } of sorted) if (!first.has(visitor)) first.set(visitor, was);
  const spent = [...first.values()].filter((mills) => mills > 0).sort((a, b) => a - b);
  return spent[Math.floor(HIGH * spent.length)] ?? 0;
}
