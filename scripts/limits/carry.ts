import { MEASURED, SIGNED } from './MEASURED.ts';
import { FREE, HARD, PAID, type Cited } from './PLATFORM.ts';
import { useOf, type Workload } from './useOf.ts';

export interface Sites { readonly sites: number; /** Of each site. */ readonly shards: number }

/** How many sessions a day, of all sites together, one limit lets through; `Infinity` when it does not bear on them. */
export interface Gate { readonly name: string; readonly sessions: number; readonly source: string }

const DAY_SECONDS = 86_400, MONTH_DAYS = 30;
const gate = (name: string, sessions: number, { source }: Cited): Gate => ({ name, sessions: Math.max(0, Math.floor(sessions)), source });

/** The limits of the free plan, the tightest first. What was not measured is left out. */
export function freeGates(work: Workload, { sites, shards }: Sites): readonly Gate[] {
  const use = useOf(work);
  const room = FREE.storedBytes.value - sites * shards * MEASURED.emptyBytes - work.users * SIGNED.userBytes;
  return [
    gate('requests to the Worker', FREE.requests.value / use.requests, FREE.requests),
    gate('requests to Durable Objects', FREE.objectRequests.value / use.objectRequests, FREE.objectRequests),
    gate('rows written in Durable Objects', FREE.rowsWritten.value / use.rowsWritten, FREE.rowsWritten),
    gate('rows read in Durable Objects', FREE.rowsRead.value / use.rowsRead, FREE.rowsRead),
    gate('rows read in D1', FREE.d1RowsRead.value / use.d1RowsRead, FREE.d1RowsRead),
    gate('bytes stored', room / (use.storedBytes * work.days), FREE.storedBytes),
    ...(use.objectGbSeconds === undefined ? [] : [gate('duration of Durable Objects', FREE.objectGbSeconds.value / use.objectGbSeconds, FREE.objectGbSeconds)]),
    ...(work.cpuMs === undefined ? [] : [gate('CPU of a request', work.cpuMs > FREE.cpuMs.value ? 0 : Infinity, FREE.cpuMs)]),
  ].sort((a, b) => a.sessions - b.sessions);
}

/** What no bill lifts, the tightest first. Sites and shards are taken as equally busy. */
export function hardGates(work: Workload, { sites, shards }: Sites): readonly Gate[] {
  const use = useOf(work);
  const objects = sites * shards;
  const perDay = DAY_SECONDS / work.peak;
  return [
    gate('queries of the one D1 database', HARD.d1Ms.value / work.d1Ms * perDay / use.d1Queries, HARD.d1Ms),
    gate('requests to each Durable Object', HARD.objectRequests.value * objects * perDay / use.objectRequests, HARD.objectRequests),
    gate('bytes in each Durable Object', objects * (HARD.objectBytes.value - MEASURED.emptyBytes) / (use.storedBytes * work.days), HARD.objectBytes),
    ...(work.busyMs === undefined ? [] : [gate('each Durable Object does one thing at a time', objects * (1_000 / work.busyMs) * perDay / use.objectRequests, HARD.objectRequests)]),
  ].sort((a, b) => a.sessions - b.sessions);
}

export interface Item { readonly name: string; readonly dollars: number }

/** A month of 30 days on the paid plan, item by item, the dearest first, once as many days are stored as are kept. */
export function costOf(work: Workload, { sites, shards }: Sites, sessionsPerDay: number): { readonly dollars: number; readonly items: readonly Item[] } {
  const use = useOf(work);
  const month = sessionsPerDay * MONTH_DAYS;
  const beyond = (name: string, used: number | undefined, { included, each }: { readonly included: Cited; readonly each: Cited }): Item =>
    ({ name, dollars: Math.max(0, (used ?? 0) - included.value) * each.value });
  const items = [
    { name: 'the plan', dollars: PAID.base.value },
    beyond('requests to the Worker', use.requests * month, PAID.requests),
    beyond('CPU', use.cpuMs === undefined ? undefined : use.cpuMs * month, PAID.cpuMs),
    beyond('requests to Durable Objects', use.objectRequests * month, PAID.objectRequests),
    beyond('duration of Durable Objects', use.objectGbSeconds === undefined ? undefined : use.objectGbSeconds * month, PAID.objectGbSeconds),
    beyond('rows written in Durable Objects', use.rowsWritten * month, PAID.rowsWritten),
    beyond('rows read in Durable Objects', use.rowsRead * month, PAID.rowsRead),
    beyond('rows read in D1', use.d1RowsRead * month, PAID.d1RowsRead),
    beyond('bytes stored', use.storedBytes * sessionsPerDay * work.days + sites * shards * MEASURED.emptyBytes + work.users * SIGNED.userBytes, PAID.storedBytes),
  ].filter(({ dollars }) => dollars > 0).sort((a, b) => b.dollars - a.dollars);
  return { dollars: items.reduce((sum, item) => sum + item.dollars, 0), items };
}
