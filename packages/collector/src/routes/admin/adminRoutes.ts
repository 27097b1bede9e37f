import type { AnyRoute } from '../route.ts';
import { backtestRoute } from './backtestRoute.ts';
import { haltRoute, pauseRoute, publishRoute, readConfigRoute, resumeRoute, rollbackRoute, versionsRoute } from './configRoutes.ts';
import { csvRoutes } from './csvRoutes.ts';
import { answerRoute, offersRoute, poolRoute, requestsRoute } from './deskRoutes.ts';
import { modelRoutes } from './modelRoutes.ts';
import { identityRoutes } from './identityRoutes.ts';
import { previewTicketRoute } from './previewTicketRoute.ts';
import { auditRoute, campaignsRoute, overviewRoute, recountRoute, sessionRoute, sessionsRoute, thresholdsRoute } from './reportRoutes.ts';
import { loginRoute, logoutRoute, meRoute } from './sessionRoutes.ts';
import { retentionRoute, setRetentionRoute } from './retentionRoutes.ts';
import { addSiteRoute, originsRoute, secretRoute } from './siteRoutes.ts';
import { addStaffRoute, grantRoute, removeRoute, staffRoute } from './staffRoutes.ts';
import { addWebhookRoute, removeWebhookRoute, replayRoute, webhookSecretRoute, webhooksRoute } from './webhookRoutes.ts';

/** Routes of staff and the CLI. */
export const adminRoutes: readonly AnyRoute[] = [
  loginRoute, logoutRoute, meRoute, addSiteRoute, addStaffRoute, originsRoute, secretRoute, retentionRoute, setRetentionRoute, ...identityRoutes,
  webhooksRoute, addWebhookRoute, webhookSecretRoute, replayRoute, removeWebhookRoute, staffRoute, grantRoute, removeRoute,
  overviewRoute, campaignsRoute, thresholdsRoute, sessionsRoute, sessionRoute, offersRoute, poolRoute, requestsRoute, answerRoute,
  readConfigRoute, publishRoute, versionsRoute, rollbackRoute, haltRoute, pauseRoute, resumeRoute, previewTicketRoute, backtestRoute, auditRoute, recountRoute,
  ...modelRoutes, ...csvRoutes,
];
