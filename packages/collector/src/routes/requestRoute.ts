import type { RequestBody } from '@tactful/protocol';
import { refuse } from '../answer/refuse.ts';
import { deskStub } from '../desk/deskStub.ts';
import { publicBodies } from './publicBodies.ts';
import { route } from './route.ts';

const FLOOD_WAIT_SECONDS = 60;

export const requestRoute = route<RequestBody>({
  method: 'POST', path: '/v1/requests', who: 'page',
  does: '"Talk to a person": contact as given, and what the visitor agreed to share. The same `id` again changes nothing.',
  query: { key: 'public site key' }, body: { as: 'json', ...publicBodies.request },
  answers: [202, '{ id }'], errors: ['too_many_requests'],
  async handle(c, body) {
    const filed = await deskStub(c.env, c.get('site').id).file(body, Date.now());
    if (filed === 'flood') return refuse(c, 'too_many_requests', { retryAfterSeconds: FLOOD_WAIT_SECONDS });
    return c.json({ id: body.id }, 202);
  },
});
