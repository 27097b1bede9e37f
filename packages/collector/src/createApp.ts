import { Hono } from 'hono';
import type { AppEnv } from './AppEnv.ts';
import { refuse } from './answer/refuse.ts';
import { requestId } from './answer/requestId.ts';
import { secureHeaders } from './answer/secureHeaders.ts';
import { openApi } from './openapi/openApi.ts';
import { mount } from './routes/mount.ts';
import { preflight } from './routes/preflight.ts';
import { routeTable } from './routes/routeTable.ts';
import { createMemory } from './store/createMemory.ts';
import { createStores } from './store/createStores.ts';
import { watch } from './watch/watch.ts';

/** The Worker's app: ids, headers, stores and the log for every request, then the route table; what is not in it is `not_found`. */
export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const memory = createMemory();
  app.use(requestId);
  app.use('/v1/*', secureHeaders);
  app.use(async (c, next) => {
    c.set('stores', createStores(c.env.DB));
    c.set('memory', memory);
    await next();
  });
  app.use(watch);
  for (const row of routeTable) mount(app, row);
  preflight(app, routeTable);
  app.get('/openapi.json', (c) => c.json(openApi(routeTable), 200, { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' }));
  app.notFound((c) => refuse(c, 'not_found'));
  app.onError((_error, c) => refuse(c, 'internal'));
  return app;
}
