import { adminRoutes } from './admin/adminRoutes.ts';
import { publicRoutes } from './publicRoutes.ts';
import type { AnyRoute } from './route.ts';

/** Every route that is served. What is not here does not exist. */
export const routeTable: readonly AnyRoute[] = [...publicRoutes, ...adminRoutes];
