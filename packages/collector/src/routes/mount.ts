import { CODES, LIMITS } from '@tactful/protocol';
import type { Hono } from 'hono';
import type { AppEnv } from '../AppEnv.ts';
import { refuse } from '../answer/refuse.ts';
import { readJson } from '../intake/readJson.ts';
import { readText } from '../intake/readText.ts';
import { quota } from '../quota/quota.ts';
import { guard, type Guards } from './guard.ts';
import { isCounted } from './isCounted.ts';
import { record } from './record.ts';
import type { AnyRoute } from './route.ts';

/** Puts a route behind its quotas, its guard, the audit log and its body's limits: size, depth, JSON, schema, in this order. */
export function mount(app: Hono<AppEnv>, row: AnyRoute, guards: Guards): void {
  const { method, path, who, body, handle } = row;
  app.on(method, path, (c, next) => {
    c.set('route', `${method} ${path}`);
    return next();
  });
  if (isCounted(who)) app.on(method, path, quota(`${method} ${path}`));
  app.on(method, path, guard(who, guards), record(row), async (c) => {
    if (!body) return handle(c, undefined as never);
    if (body.as === 'text') {
      const text = await readText(c.req.raw, body.bytes ?? LIMITS.bodyBytes);
      return text.ok ? handle(c, text.value as never) : refuse(c, text.code);
    }
    const read = await readJson(c.req.raw, { bytes: body.bytes ?? LIMITS.bodyBytes, depth: body.depth ?? LIMITS.bodyDepth });
    if (!read.ok) return refuse(c, read.code, 'path' in read ? { path: read.path, issues: [{ code: 'ambiguous', path: read.path, message: CODES.ambiguous }] } : {});
    const parsed = body.parse(read.value);
    if (parsed.ok) return handle(c, parsed.value);
    const [first] = parsed.issues;
    return refuse(c, first?.code === 'bad_version' ? 'bad_version' : 'invalid', { ...(first ? { path: first.path } : {}), issues: parsed.issues });
  });
}
