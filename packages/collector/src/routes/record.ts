import type { AuditEntry } from '@tactful/protocol';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../AppEnv.ts';
import { byOf } from '../staff/byOf.ts';
import { BEGUN } from '../store/auditStore.ts';
import type { AnyRoute } from './route.ts';

const DETAIL_CHARS = 500;

/**
 * Writes each change that staff or the deploy token make to the audit log: of every route that is no reading, also of those to come. The entry
 * is there before the change begins, so that whatever dies meanwhile leaves no change without one; what is refused, or changed nothing, takes it back.
 */
export const record = ({ method, path, action: own = `${method} ${path}` }: AnyRoute): MiddlewareHandler<AppEnv> => async (c, next) => {
  const caller = c.get('caller');
  if (method === 'GET' || caller === undefined) return next();
  const { audit } = c.get('stores');
  const { site: here, ...names } = c.req.param() as Record<string, string>;
  const plain = Object.values(names).join(' ');
  const entryOf = ({ detail, site = here ?? null, action = own }: { detail: string; site?: string | null; action?: string }): AuditEntry =>
    ({ at: Date.now(), by: byOf(caller), role: c.get('role') ?? '', site, action, detail: detail.slice(0, DETAIL_CHARS) });
  const begun = await audit.begin(entryOf({ detail: `${BEGUN}${plain}` }));
  await next();
  // What this instance changed, it knows at once.
  c.get('memory').sites.clear();
  // What failed here may have been changed all the same.
  if (c.res.status >= 500) return;
  await audit.settle(begun, c.res.ok ? (c.get('changes') ?? [{ detail: plain }]).map(entryOf) : []);
};
