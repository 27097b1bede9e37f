import type { EpochMs } from '@tactful/protocol';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnv } from '../AppEnv.ts';

/** Lines for refused writes that one instance tells, so that a flood does not fill the log; a line tells how many were left out before it. Failures are always told. */
const LINES = { allowed: 100, seconds: 10 } as const;
const READS = ['GET', 'HEAD', 'OPTIONS'];

/** What is known of a request that may be told: never its address, headers or body, nor who sent it. */
export interface Told {
  readonly requestId: string;
  /** As the route table has it, so without what stood in its place; empty where no route was met. */
  readonly route: string;
  readonly status: number;
  /** Of the error table; empty for a good answer. */
  readonly code: string;
  /** Its id; empty where none was found. */
  readonly site: string;
  /** From the first to the last that the Worker waited for: its clock stands still in between. */
  readonly ms: number;
}

function log(c: AppContext, told: Told, now: EpochMs): void {
  const memory = c.get('memory');
  if (told.status >= 500) {
    const { error } = c;
    console.error(JSON.stringify({ ...told, error: String(error), stack: error instanceof Error ? error.stack : undefined }));
  } else if (told.status >= 400 && !READS.includes(c.req.method)) {
    if (memory.lines.take('', LINES, now) > 0) memory.untold++;
    else {
      console.warn(JSON.stringify({ ...told, ...(memory.untold > 0 && { untold: memory.untold }) }));
      memory.untold = 0;
    }
  }
}

/** Tells the log of each failure and each refused write, one line of JSON, and Analytics Engine, where it is bound, of every request that met a route. */
export const watch: MiddlewareHandler<AppEnv> = async (c, next) => {
  const began = Date.now();
  await next();
  const now = Date.now();
  const told: Told = {
    requestId: c.get('requestId'), route: c.get('route') ?? '', status: c.res.status, code: c.get('refused') ?? '', site: c.get('site')?.id ?? '', ms: now - began,
  };
  log(c, told, now);
  if (told.route) c.env.ANALYTICS?.writeDataPoint({ indexes: [told.site], blobs: [told.route, told.code], doubles: [told.status, told.ms] });
};
