/** One cell of the rollups. `subject` is a campaign or signal, `arm` an arm or `mixed`; empty where it does not apply. */
export interface Cell {
  readonly day: string;
  readonly kind: 'site' | 'signal' | 'campaign' | 'gate' | 'loss';
  readonly subject: string;
  readonly arm: string;
  readonly measure: string;
}

/** A rollup row as stored. */
export interface CellRow extends Cell { readonly n: number }

/** Sums by cell. */
export interface Tally {
  add(cell: Cell, n: number): void;
  /** The cells that are not zero. */
  rows(): readonly CellRow[];
}

/** Makes an empty tally. */
export function createTally(): Tally {
  const cells = new Map<string, { cell: Cell; n: number }>();
  return {
    add(cell, n) {
      const key = [cell.day, cell.kind, cell.subject, cell.arm, cell.measure].join('\u0000');
      const held = cells.get(key);
      if (held) held.n += n;
      else cells.set(key, { cell, n });
    },
    rows: () => [...cells.values()].filter(({ n }) => n !== 0).map(({ cell, n }) => ({ ...cell, n })),
  };
}
