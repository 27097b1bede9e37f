import { claimRoute } from './claimRoute.ts';
import { configRoute } from './configRoute.ts';
import { eventsRoute } from './eventsRoute.ts';
import { healthRoute } from './healthRoute.ts';
import { previewRoute } from './previewRoute.ts';
import { profileRoute } from './profileRoute.ts';
import { redemptionRoute } from './redemptionRoute.ts';
import { requestRoute } from './requestRoute.ts';
import type { AnyRoute } from './route.ts';
import { summariesRoute } from './summariesRoute.ts';
import { userRoutes } from './userRoutes.ts';
import { visitorRoutes } from './visitorRoutes.ts';

/** Routes of pages, visitors and shops. */
export const publicRoutes: readonly AnyRoute[] = [
  healthRoute, configRoute, previewRoute, summariesRoute, claimRoute, redemptionRoute, requestRoute, eventsRoute, profileRoute, ...visitorRoutes, ...userRoutes,
];
