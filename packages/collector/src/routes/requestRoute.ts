import type { RequestBody } from '@tactful/protocol';
import { docs } from '#docs';
import { refuse } from '../answer/refuse.ts';
import { deskStub } from '../desk/deskStub.ts';
import { prefixTag } from '../intake/prefixTag.ts';
import { publicBodies } from './publicBodies.ts';
import { route } from './route.ts';

export const requestRoute = route<RequestBody>({
  method: 'POST', path: '/v1/requests', who: 'page', body: { as: 'json', ...publicBodies.request },
  docs: docs({
    does: '"Talk to a person": contact as given, and what the visitor agreed to share. The same `id` again changes nothing.',
    query: { key: 'public site key' }, answers: [202, '{ id }'],
  }),
  async handle(c, body) {
    const { id, hooks } = c.get('site');
    const now = Date.now();
    // No offer has an empty name.
    const prefix = await prefixTag({ address: c.req.header('cf-connecting-ip'), secret: c.env.SESSION_SECRET, scope: `${id}//desk`, now });
    const filed = await deskStub(c.env, id).file(body, { site: id, hooks, now, prefix });
    if (filed.kind === 'flood') return refuse(c, 'too_many_requests', { retryAfterSeconds: filed.waitSeconds });
    return c.json({ id: body.id }, 202);
  },
});
