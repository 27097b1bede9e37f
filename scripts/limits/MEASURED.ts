/**
 * What a request costs in the object that stands for a shard, as `tests/worker/rows.test.ts` counts it and holds it: rows as SQLite tells
 * them, which is what the platform bills; bytes of its database.
 */
export const MEASURED = {
  /** A configuration request: it is counted, without a name. */
  load: { written: 1, read: 2 },
  /** A session's first body: one signal, two gates, no exposure. */
  first: { written: 15, read: 7 },
  /** Another body of a session that has been stored. */
  next: { written: 5, read: 8 },
  /** One that tells of a first exposure. */
  exposure: { written: 15, read: 12 },
  /** One that tells of a goal, after an exposure. */
  goal: { written: 17, read: 17 },
  /** A shard without a session: its tables and indexes. */
  emptyBytes: 118_784,
  /** What a session adds, every other with an exposure; with the largest summaries that are taken it is four times as much. */
  sessionBytes: 1_871,
} as const;

/** By the statement, not measured: a site by its key, and its live configuration by the primary key. Nothing else is read for a request that finds the rest in memory. */
export const D1_ROWS_PER_REQUEST = 2, D1_QUERIES_PER_REQUEST = 1;
