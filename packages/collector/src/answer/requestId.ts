import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../AppEnv.ts';

/** Names each request; the id stands in the header `x-request-id`, in error answers and in the log. */
export const requestId: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('requestId', crypto.randomUUID());
  await next();
  c.res.headers.set('x-request-id', c.get('requestId'));
};
