/** Columns of a rollup row, least first: `n + n1·10¹⁰ + n2·10²⁰ + n3·10³⁰`. */
const COLUMNS = ['n', 'n1', 'n2', 'n3'] as const;
const BASE = 10n ** 10n;

/**
 * A whole number of any size as four columns. A square of thousandths passes 2⁵³, where a double rounds, and soon 2⁶³, where
 * SQLite's integers end; columns are added one by one, and 900 million additions fit in each. The sign is that of the whole.
 */
export const limbs = {
  columns: COLUMNS,
  split(value: bigint): readonly number[] {
    let rest = value;
    return COLUMNS.map((_column, at) => {
      const limb = at === COLUMNS.length - 1 ? rest : rest % BASE;
      rest /= BASE;
      return Number(limb);
    });
  },
  /** Reads the columns as `sums` selects them. */
  join: (row: Record<string, SqlStorageValue>): bigint => COLUMNS.reduceRight((whole, column) => whole * BASE + BigInt(String(row[column])), 0n),
  /** Sums of the columns as text: a number of JavaScript would round them. */
  sums: COLUMNS.map((column) => `CAST(CAST(SUM(${column}) AS INTEGER) AS TEXT) AS ${column}`).join(', '),
} as const;
