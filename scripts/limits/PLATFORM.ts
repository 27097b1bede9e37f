/** One documented figure and the page that tells it. */
export interface Cited { readonly value: number; readonly source: string }

/** When the pages were looked up, in stored copies of them; the copies say no date of their own, or an earlier one. */
export const LOOKED_UP = '2026-11-22';

const WORKERS_LIMITS = 'https://developers.cloudflare.com/workers/platform/limits/';
const WORKERS_PRICING = 'https://developers.cloudflare.com/workers/platform/pricing/';
const OBJECT_PRICING = 'https://developers.cloudflare.com/durable-objects/platform/pricing/';
const OBJECT_LIMITS = 'https://developers.cloudflare.com/durable-objects/platform/limits/';
const OBJECT_FAQ = 'https://developers.cloudflare.com/durable-objects/reference/faq/';
const D1_PRICING = 'https://developers.cloudflare.com/d1/platform/pricing/';
const D1_LIMITS = 'https://developers.cloudflare.com/d1/platform/limits/';
const GB = 1_000_000_000, MILLION = 1_000_000;
const cite = (value: number, source: string): Cited => ({ value, source });

/** A day of the free plan, for the whole account. */
export const FREE = {
  requests: cite(100_000, WORKERS_LIMITS),
  objectRequests: cite(100_000, OBJECT_PRICING),
  objectGbSeconds: cite(13_000, OBJECT_PRICING),
  rowsWritten: cite(100_000, OBJECT_PRICING),
  rowsRead: cite(5 * MILLION, OBJECT_PRICING),
  d1RowsRead: cite(5 * MILLION, D1_PRICING),
  /** Of one request. */
  cpuMs: cite(10, WORKERS_LIMITS),
  /** At any time. */
  storedBytes: cite(5 * GB, OBJECT_LIMITS),
} as const;

/** What no bill lifts. */
export const HARD = {
  /** A second, of one object; the documentation calls it soft. */
  objectRequests: cite(1_000, OBJECT_FAQ),
  objectBytes: cite(10 * GB, OBJECT_LIMITS),
  /** Milliseconds a second that one database answers: one query at a time. */
  d1Ms: cite(1_000, D1_LIMITS),
} as const;

/** A month of the paid plan: what is included, and dollars for each unit beyond. */
export const PAID = {
  base: cite(5, WORKERS_PRICING),
  requests: { included: cite(10 * MILLION, WORKERS_PRICING), each: cite(0.3 / MILLION, WORKERS_PRICING) },
  cpuMs: { included: cite(30 * MILLION, WORKERS_PRICING), each: cite(0.02 / MILLION, WORKERS_PRICING) },
  objectRequests: { included: cite(MILLION, OBJECT_PRICING), each: cite(0.15 / MILLION, OBJECT_PRICING) },
  objectGbSeconds: { included: cite(400_000, OBJECT_PRICING), each: cite(12.5 / MILLION, OBJECT_PRICING) },
  rowsWritten: { included: cite(50 * MILLION, OBJECT_PRICING), each: cite(1 / MILLION, OBJECT_PRICING) },
  rowsRead: { included: cite(25_000 * MILLION, OBJECT_PRICING), each: cite(0.001 / MILLION, OBJECT_PRICING) },
  d1RowsRead: { included: cite(25_000 * MILLION, D1_PRICING), each: cite(0.001 / MILLION, D1_PRICING) },
  storedBytes: { included: cite(5 * GB, OBJECT_PRICING), each: cite(0.2 / GB, OBJECT_PRICING) },
} as const;
