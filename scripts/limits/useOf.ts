import { CALLS_PER_BODY, CALLS_PER_ORDER, CALLS_PER_PROFILE, D1_QUERIES_PER_REQUEST, D1_ROWS_PER_PROFILE, D1_ROWS_PER_REQUEST, MEASURED, PREFLIGHTS_PER_SESSION, SIGNED } from './MEASURED.ts';

/** A shop's usual session, and what its owner measured. */
export interface Workload {
  /** Page loads of a session: each asks for the configuration once. */
  readonly loads: number;
  /** Bodies of summaries of a session, at least 1. */
  readonly bodies: number;
  /** Exposures and goals per session, 0 to `bodies` − 1 together. */
  readonly exposures: number;
  readonly goals: number;
  /** Share of the sessions that are of signed users, 0 to 1: each of their page loads asks for the profile. Every goal of theirs is told by a server, too. */
  readonly signed: number;
  /** Signed users who are known, each with an object of their own. */
  readonly users: number;
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

/** What a session of a signed user uses beyond the same of anybody: it asks for the profile first, and then with each page load. */
function useOfSigned({ loads, bodies, exposures, goals }: Workload): Pick<Use, 'requests' | 'objectRequests' | 'rowsWritten' | 'rowsRead' | 'd1RowsRead'> {
  const rows = (what: 'written' | 'read'): number =>
    SIGNED.first[what] + Math.max(0, loads - 1) * SIGNED.again[what] + (bodies - exposures) * SIGNED.body[what] + exposures * SIGNED.exposure[what] + goals * SIGNED.order[what];
  const requests = PREFLIGHTS_PER_SESSION + loads + goals;
  return {
    requests, objectRequests: loads * CALLS_PER_PROFILE + bodies * CALLS_PER_BODY + goals * CALLS_PER_ORDER, rowsWritten: rows('written'), rowsRead: rows('read'),
    d1RowsRead: requests * D1_ROWS_PER_REQUEST + loads * D1_ROWS_PER_PROFILE,
  };
}

export function useOf(work: Workload): Use {
  const { loads, bodies, exposures, goals, signed, cpuMs, busyMs } = work;
  const { load, first, next, exposure, goal } = MEASURED;
  const more = useOfSigned(work);
  const requests = loads + bodies + signed * more.requests, objectRequests = loads + bodies + signed * more.objectRequests;
  const quiet = bodies - 1 - exposures - goals;
  const rows = (what: 'written' | 'read'): number => loads * load[what] + first[what] + quiet * next[what] + exposures * exposure[what] + goals * goal[what];
  return {
    requests, objectRequests, rowsWritten: rows('written') + signed * more.rowsWritten, rowsRead: rows('read') + signed * more.rowsRead,
    cpuMs: cpuMs === undefined ? undefined : requests * cpuMs,
    objectGbSeconds: busyMs === undefined ? undefined : objectRequests * (busyMs / 1_000) * OBJECT_GB,
    d1RowsRead: (loads + bodies) * D1_ROWS_PER_REQUEST + signed * more.d1RowsRead, d1Queries: requests * D1_QUERIES_PER_REQUEST + signed * loads, storedBytes: MEASURED.sessionBytes,
  };
}
