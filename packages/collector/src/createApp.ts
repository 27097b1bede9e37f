import type { Hono } from 'hono';
import type { AppEnv } from './AppEnv.ts';
import type { Guard } from './routes/guard.ts';
import { openGuards } from './routes/openGuards.ts';
import { routeTable } from './routes/routeTable.ts';
import { staffGuards } from './routes/staffGuards.ts';
import { userGuard } from './routes/userGuard.ts';
import type { Who } from './routes/WHO.ts';
import { serve } from './serve.ts';

/** The Worker's app: every route of the table. */
export function createApp(): Hono<AppEnv> {
  return serve(routeTable, { ...openGuards, ...userGuard, ...staffGuards } satisfies Record<Who, Guard>);
}
