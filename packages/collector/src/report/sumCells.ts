import type { CellRow } from '../shard/createTally.ts';

/** Sums of rollup cells over shards, by kind, subject, arm and measure. */
export interface Sums {
  one(cell: { readonly kind: CellRow['kind']; readonly subject?: string; readonly arm?: string; readonly measure: string }): number;
  /** All measures of one subject and arm. */
  measures(cell: { readonly kind: CellRow['kind']; readonly subject: string; readonly arm?: string }): Readonly<Record<string, number>>;
  subjects(kind: CellRow['kind']): readonly string[];
}

export function sumCells(shards: readonly (readonly CellRow[])[]): Sums {
  const groups = new Map<string, Map<string, number>>();
  const subjects = new Map<string, Set<string>>();
  const nameOf = (kind: string, subject: string, arm: string): string => `${kind}\u0000${subject}\u0000${arm}`;
  for (const { kind, subject, arm, measure, n } of shards.flat()) {
    const name = nameOf(kind, subject, arm);
    const group = groups.get(name) ?? new Map<string, number>();
    groups.set(name, group.set(measure, (group.get(measure) ?? 0) + n));
    subjects.set(kind, (subjects.get(kind) ?? new Set()).add(subject));
  }
  return {
    one: ({ kind, subject = '', arm = '', measure }) => groups.get(nameOf(kind, subject, arm))?.get(measure) ?? 0,
    measures: ({ kind, subject, arm = '' }) => Object.fromEntries(groups.get(nameOf(kind, subject, arm)) ?? []),
    subjects: (kind) => [...subjects.get(kind) ?? []].sort(),
  };
}
