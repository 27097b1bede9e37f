import type { TestSite } from '../../worker/harness/makeSite.ts';
import { intake, intakeBody, PAGE } from './makeTenants.ts';
import type { Call } from './openClient.ts';

/** What is measured: a route with a request for each number. */
export interface EdgeSubject {
  readonly name: string;
  /** The good answer. */
  readonly status: number;
  /** Rows that one request stores; told where it is more than the request itself. */
  readonly rows?: number;
  /** Requests of one round. @param run tells rounds apart, so that no request repeats another */
  readonly make: (run: string) => (n: number) => Call;
}

/** Objects that the bare writes are spread over: as many as the sites have shards. */
const OBJECTS = 64;
export const MANY = 20;

/** What a soak can be of: the name of what is measured; `again` is the intake of bodies that are stored already, so that it writes nothing. */
export const SOAKS = { empty: 'empty Worker', object: 'one bare Durable Object write', again: 'intake, again', intake: 'intake, 1 summary' } as const;

/** The subject of a soak. */
export function soakSubject(sites: readonly TestSite[], soak: keyof typeof SOAKS): EdgeSubject {
  if (soak === 'again') return { name: SOAKS.again, status: 202, make: () => { const make = intake(sites, 'again', 1); return (n) => make(n % sites.length); } };
  return edgeSubjects(sites).find(({ name }) => name === SOAKS[soak])!;
}

/** Everything in one process, with bodies alike: what does one thing only, and ours. */
export function edgeSubjects(sites: readonly TestSite[]): readonly EdgeSubject[] {
  const post = (path: (n: number, run: string) => string) => (run: string) => (n: number): Call =>
    ({ method: 'POST', path: path(n, run), headers: PAGE, body: intakeBody(sites[0]!, { run, n, summaries: 1 }) });
  const of = (n: number): TestSite => sites[n % sites.length]!;
  return [
    { name: 'empty Worker', status: 204, make: post(() => '/bare/empty') },
    { name: 'parse only', status: 204, make: post(() => '/bare/parse') },
    { name: 'one bare D1 insert', status: 204, make: post((n, run) => `/bare/d1?id=${run}-${n}`) },
    { name: 'one bare Durable Object write', status: 204, make: post((n, run) => `/bare/object?id=${run}-${n}&at=${n % OBJECTS}`) },
    { name: 'configuration', status: 200, make: () => (n) => ({ method: 'GET', path: `/v1/config?key=${of(n).key}&v=1&locale=en`, headers: PAGE, body: '' }) },
    { name: 'intake, 1 summary', status: 202, make: (run) => intake(sites, run, 1) },
    { name: `intake, ${MANY} summaries`, status: 202, rows: MANY, make: (run) => intake(sites, run, MANY) },
    {
      name: 'claim', status: 200,
      make: (run) => (n) => ({ method: 'POST', path: `/v1/offers/freeship/claims?key=${of(n).key}`, headers: PAGE, body: JSON.stringify({ id: `claim-${run}-${String(n).padStart(20, '0')}`, visitor: `visitor-${run}-${n}` }) }),
    },
  ];
}
