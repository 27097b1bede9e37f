import type { Sums } from './sumCells.ts';

const MILLS = 1_000;

/** What the visitors of one class of value (`valueClass`) brought. */
interface Values { readonly buyers: number; readonly value: number; readonly valueSquares: number }

/** Values of one arm's visitors, by class. */
export type ValueClasses = ReadonlyMap<string, Values>;

export function classesOf(sums: Sums, campaign: string, arm: string): ValueClasses {
  const measures = sums.measures({ kind: 'campaign', subject: campaign, arm });
  return new Map(Object.entries(measures).flatMap(([measure, buyers]) => {
    const [name, among] = measure.split(':');
    if (name !== 'buyers' || among === undefined || buyers <= 0) return [];
    return [[among, { buyers, value: (measures[`mills:${among}`] ?? 0) / MILLS, valueSquares: (measures[`mills2:${among}`] ?? 0) / MILLS ** 2 }] as const];
  }));
}

/** Sums of the classes that `may` lets in. */
export function sumValues(classes: ValueClasses, may: (among: string) => boolean): Values {
  const sum = { buyers: 0, value: 0, valueSquares: 0 };
  for (const [among, { buyers, value, valueSquares }] of classes) {
    if (!may(among)) continue;
    sum.buyers += buyers;
    sum.value += value;
    sum.valueSquares += valueSquares;
  }
  return sum;
}
