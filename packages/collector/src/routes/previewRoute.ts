import { compile, localize, type ConfigSource } from '@tactful/protocol';
import { docs } from '#docs';
import { refuse } from '../answer/refuse.ts';
import { isSecret } from '../staff/signStaff.ts';
import { verifyPreview } from '../staff/signPreview.ts';
import { publicBodies, type PreviewBody } from './publicBodies.ts';
import { route } from './route.ts';

/** A page may say its language in any form; what is no tag asks for the site's own. */
const LOCALE = /^[A-Za-z0-9-]{2,35}$/;

/** One campaign as its version of the configuration says it, whatever its status, compiled as if it were live. It is not published, and counts nothing. */
export const previewRoute = route<PreviewBody>({
  method: 'POST', path: '/v1/previews', who: 'page', body: { as: 'json', ...publicBodies.preview },
  docs: docs({
    does: 'The campaign that a preview’s token names, compiled for this page, drafts too. The token is signed for staff and holds for 10 minutes.',
    query: { key: 'public site key' }, answers: [200, 'DeviceConfig with this campaign alone'], errors: ['bad_preview', 'preview_over'],
  }),
  async handle(c, { token, locale = '' }) {
    const { id, salt } = c.get('site');
    const secret = c.env.SESSION_SECRET;
    const claims = isSecret(secret) ? await verifyPreview(secret, token) : 'bad_preview';
    if (typeof claims === 'string') return refuse(c, claims);
    const stored = claims.site === id ? await c.get('stores').configs.read(id, claims.version) : null;
    const source = stored && JSON.parse(stored.source) as ConfigSource;
    const campaign = source?.campaigns?.find((one) => one.id === claims.campaign);
    if (!source || !campaign) return refuse(c, 'bad_preview');
    const { halt: _halt, ...rest } = source;
    return c.json(localize(compile({ ...rest, campaigns: [{ ...campaign, status: 'live' }] }, { siteId: id, salt }), LOCALE.test(locale) ? locale : ''));
  },
});
