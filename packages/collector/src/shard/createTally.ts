/** One cell of the rollups. `subject` is a campaign or signal, `arm` an arm or `mixed`; empty where it does not apply. */
export interface Cell {
  readonly day: string;
  readonly kind: 'site' | 'signal' | 'campaign' | 'gate' | 'loss';
  readonly subject: string;
  readonly arm: string;
  readonly measure: string;
}

/** A cell as reported: of very great sums the nearest number. */
export interface CellRow extends Cell { readonly n: number }

/** A cell as stored and recounted, to the last digit. */
export interface ExactRow extends Cell { readonly n: bigint }

/** Sums by cell, of whole numbers, exact whatever their size. */
export interface Tally {
  add(cell: Cell, n: number | bigint): void;
  /** The sum of one cell. */
  at(cell: Cell): bigint;
  /** The cells that are not zero. */
  rows(): readonly ExactRow[];
}

/** Makes an empty tally. */
export function createTally(): Tally {
  const cells = new Map<string, { cell: Cell; n: bigint }>();
  const keyOf = ({ day, kind, subject, arm, measure }: Cell): string => [day, kind, subject, arm, measure].join('\u0000');
  return {
    add(cell, n) {
      const key = keyOf(cell);
      const held = cells.get(key);
      const whole = typeof n === 'bigint' ? n : BigInt(Math.round(n));
      if (held) held.n += whole;
      else cells.set(key, { cell, n: whole });
    },
    at: (cell) => cells.get(keyOf(cell))?.n ?? 0n,
    rows: () => [...cells.values()].filter(({ n }) => n !== 0n).map(({ cell, n }) => ({ ...cell, n })),
  };
}
