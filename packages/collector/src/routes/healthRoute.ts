import type { Health } from '@tactful/protocol';
import { docs } from '#docs';
import { VERSION } from '../version.ts';
import { isScheduled } from '../model/isScheduled.ts';
import { isSecret } from '../staff/signStaff.ts';
import { route } from './route.ts';

/** Highest version of the contract that is served. */
const SCHEMA = 1;

export const healthRoute = route({
  method: 'GET', path: '/v1/health', who: 'anyone',
  docs: docs({ does: 'Build and schema version, and which bindings are on.', answers: [200, 'Health'] }),
  async handle(c) {
    const { env } = c;
    const health: Health = {
      ok: true, build: env.BUILD?.id ? `${VERSION}+${env.BUILD.id.slice(0, 8)}` : VERSION, schema: SCHEMA,
      bindings: {
        database: Boolean(env.DB), shards: Boolean(env.SHARD), offers: Boolean(env.OFFER), desk: Boolean(env.DESK), profiles: Boolean(env.PROFILE), models: Boolean(env.MODEL), assets: Boolean(env.ASSETS),
        deployToken: isSecret(env.DEPLOY_TOKEN), staffSessions: isSecret(env.SESSION_SECRET),
        sharedQuotas: Boolean(env.KEY_QUOTA && env.PREFIX_QUOTA), webhookHosts: Boolean(env.WEBHOOK_HOSTS), ...(env.WEBHOOK_TEST_ORIGIN ? { webhookTest: true } : {}), archive: Boolean(env.ARCHIVE && env.ARCHIVE_QUEUE), analytics: Boolean(env.ANALYTICS), access: Boolean(env.ACCESS_TEAM && env.ACCESS_AUD), training: await isScheduled(c, Date.now()),
      },
    };
    c.header('access-control-allow-origin', '*');
    return c.json(health);
  },
});
