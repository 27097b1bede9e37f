import type { Hono } from 'hono';
import type { AppEnv } from '../AppEnv.ts';
import { cors } from '../answer/cors.ts';
import { refuse } from '../answer/refuse.ts';
import { quota } from '../quota/quota.ts';
import { readSite } from '../store/readSite.ts';
import type { AnyRoute } from './route.ts';
import { VISITOR_HEADER } from './userGuard.ts';
import type { Who } from './WHO.ts';

const CACHED_SECONDS = 600;
const PAGES: ReadonlySet<Who> = new Set<Who>(['page', 'visitor', 'user']);

/** Answers a browser's question before it asks a page's route with headers of its own (the visitor's token, a JSON type). */
export function preflight(app: Hono<AppEnv>, routes: readonly AnyRoute[]): void {
  const paths = Map.groupBy(routes.filter(({ who }) => PAGES.has(who)), ({ path }) => path);
  for (const [path, rows] of paths) {
    app.options(path, quota(`OPTIONS ${path}`), async (c) => {
      const site = await readSite(c, c.req.query('key') ?? '');
      if (!site?.origins.includes(c.req.header('origin') ?? '')) return refuse(c, 'origin_not_allowed');
      cors(c, 'echo');
      c.header('access-control-allow-methods', rows.map(({ method }) => method).join(', '));
      c.header('access-control-allow-headers', `authorization, content-type, ${VISITOR_HEADER}`);
      c.header('access-control-max-age', String(CACHED_SECONDS));
      return c.body(null, 204);
    });
  }
}
