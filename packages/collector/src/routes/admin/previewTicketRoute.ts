import type { ConfigSource, PreviewTicket } from '@tactful/protocol';
import { docs } from '#docs';
import { refuse } from '../../answer/refuse.ts';
import { isSecret } from '../../staff/signStaff.ts';
import { PREVIEW_SECONDS, signPreview } from '../../staff/signPreview.ts';
import { route } from '../route.ts';

export const previewTicketRoute = route({
  method: 'POST', path: '/v1/admin/sites/:site/campaigns/:campaign/preview', who: 'editor', action: 'preview',
  docs: docs({
    does: 'A token that draws this campaign, as it stands now and whatever its status, on the site’s own pages for 10 minutes: `?tactful_preview=<token>`. Nothing is counted or claimed.',
    answers: [200, 'PreviewTicket'], errors: ['not_found'],
  }),
  async handle(c) {
    const { id, version, origins } = c.get('site');
    const campaign = c.req.param('campaign') ?? '';
    const stored = await c.get('stores').configs.read(id, version);
    const { campaigns = [] } = JSON.parse(stored?.source ?? '{}') as Partial<ConfigSource>;
    if (!campaigns.some((one) => one.id === campaign)) return refuse(c, 'not_found');
    if (!isSecret(c.env.SESSION_SECRET)) throw new Error('SESSION_SECRET is missing or shorter than 32 characters');
    const now = Math.floor(Date.now() / 1_000);
    const ticket: PreviewTicket = {
      token: await signPreview(c.env.SESSION_SECRET, { site: id, campaign, version }, now),
      expiresAt: (now + PREVIEW_SECONDS) * 1_000,
      origins: origins.filter((origin) => origin !== 'null'),
    };
    return c.json(ticket);
  },
});
