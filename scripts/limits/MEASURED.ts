/**
 * What a request costs in the object that stands for a shard, as `tests/worker/rows.test.ts` counts it and holds it: rows as SQLite tells
 * them, which is what the platform bills; bytes of its database.
 */
export const MEASURED = {
  /** A configuration request: it is counted, without a name. */
  load: { written: 1, read: 2 },
  /** A session's first body: one signal, two gates, no exposure. */
  first: { written: 13, read: 12 },
  /** Another body of a session that has been stored. */
  next: { written: 5, read: 9 },
  /** One that tells of a first exposure. */
  exposure: { written: 15, read: 21 },
  /** One that tells of a goal, after an exposure. */
  goal: { written: 17, read: 28 },
  /** A shard without a session: its tables and indexes. */
  emptyBytes: 118_784,
  /** What a session adds, every other with an exposure; with the largest summaries that are taken it is four times as much. */
  sessionBytes: 1_871,
} as const;

/** What a signed user's request costs beyond that, in their visitor's shard and in the object that stands for the user, one device; counted and held by the same test. */
export const SIGNED = {
  /** The profile is asked for, the first time of a visitor. */
  first: { written: 8, read: 10 },
  /** It is asked for again, after a session with an exposure. */
  again: { written: 0, read: 14 },
  /** A body that tells nothing new of exposures and goals. */
  body: { written: 0, read: 5 },
  /** One that tells of a first exposure. */
  exposure: { written: 3, read: 10 },
  /** An order that a server tells, and that the shard is told of. */
  order: { written: 9, read: 17 },
  /** A profile as it is made, with one device. */
  userBytes: 61_440,
} as const;

/** By the statement, not measured: a site by its key, and its live configuration by the primary key. Nothing else is read for a request that finds the rest in memory. */
export const D1_ROWS_PER_REQUEST = 2, D1_QUERIES_PER_REQUEST = 1;
/** Identity keys of the site, two at most, for each time that a profile is asked for. */
export const D1_ROWS_PER_PROFILE = 2;
/** With its token in a header, a page of another origin asks for a profile only after its browser has asked whether it may; the answer holds for ten minutes, which is taken for a session. */
export const PREFLIGHTS_PER_SESSION = 1;
/** Calls of objects: to ask for a profile (the shard, the profile twice), and for a signed body (the shard, the profile); an order (the profile, a shard). */
export const CALLS_PER_PROFILE = 3, CALLS_PER_BODY = 2, CALLS_PER_ORDER = 2;
