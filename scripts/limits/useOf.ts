import { D1_QUERIES_PER_REQUEST, D1_ROWS_PER_REQUEST, MEASURED } from './MEASURED.ts';

/** A shop's usual session, and what its owner measured. */
export interface Workload {
  /** Page loads of a session: each asks for the configuration once. */
  readonly loads: number;
  /** Bodies of summaries of a session, at least 1. */
  readonly bodies: number;
  /** Exposures and goals per session, 0 to `bodies` − 1 together. */
  readonly exposures: number;
  readonly goals: number;
  /** CPU of one request in the Worker and its object, ms; undefined: not measured, not counted. */
  readonly cpuMs?: number | undefined;
  /** How long an object is busy with one request, ms by the clock; undefined: not measured, not counted. */
  readonly busyMs?: number | undefined;
  /** One query of D1, ms. */
  readonly d1Ms: number;
  /** Days that rows are kept. */
  readonly days: number;
  /** The busiest hour's rate over the day's mean. */
  readonly peak: number;
}

/** What one session uses. */
export interface Use {
  readonly requests: number;
  readonly cpuMs: number | undefined;
  readonly objectRequests: number;
  readonly objectGbSeconds: number | undefined;
  readonly rowsWritten: number;
  readonly rowsRead: number;
  readonly d1RowsRead: number;
  readonly d1Queries: number;
  readonly storedBytes: number;
}

/** An object is billed for 128 MB, whatever it uses. */
const OBJECT_GB = 0.128;

export function useOf({ loads, bodies, exposures, goals, cpuMs, busyMs, days: _days }: Workload): Use {
  const { load, first, next, exposure, goal } = MEASURED;
  const requests = loads + bodies;
  const quiet = bodies - 1 - exposures - goals;
  const rows = (what: 'written' | 'read'): number => loads * load[what] + first[what] + quiet * next[what] + exposures * exposure[what] + goals * goal[what];
  return {
    requests, objectRequests: requests, rowsWritten: rows('written'), rowsRead: rows('read'),
    cpuMs: cpuMs === undefined ? undefined : requests * cpuMs,
    objectGbSeconds: busyMs === undefined ? undefined : requests * (busyMs / 1_000) * OBJECT_GB,
    d1RowsRead: requests * D1_ROWS_PER_REQUEST, d1Queries: requests * D1_QUERIES_PER_REQUEST, storedBytes: MEASURED.sessionBytes,
  };
}
