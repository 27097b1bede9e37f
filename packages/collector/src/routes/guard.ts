import type { ErrorCode } from '@tactful/protocol';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnv } from '../AppEnv.ts';
import { refuse } from '../answer/refuse.ts';
import type { Who } from './WHO.ts';

/** Lets a caller pass (`undefined`) or names the error. */
export type Guard = (c: AppContext) => Promise<ErrorCode | undefined>;
export type Guards = Readonly<Partial<Record<Who, Guard>>>;

/**
 * A guard as middleware.
 * @throws Error where there is none for that: such a route is not served at all
 */
export function guard(who: Who, guards: Guards): MiddlewareHandler<AppEnv> {
  const judge = guards[who];
  if (!judge) throw new Error(`there is no guard for ${who}`);
  return async (c, next) => {
    const failed = await judge(c);
    return failed ? refuse(c, failed) : next();
  };
}
