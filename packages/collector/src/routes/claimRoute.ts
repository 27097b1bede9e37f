import type { ClaimBody } from '@tactful/protocol';
import { docs } from '#docs';
import { refuse } from '../answer/refuse.ts';
import { prefixTag } from '../intake/prefixTag.ts';
import { offerStub } from '../offer/offerStub.ts';
import { readFacts } from '../store/readFacts.ts';
import { publicBodies } from './publicBodies.ts';
import { route } from './route.ts';

export const claimRoute = route<ClaimBody>({
  method: 'POST', path: '/v1/offers/:id/claims', who: 'page', body: { as: 'json', ...publicBodies.claim },
  docs: docs({
    does: 'One code for the visitor who asks. The same `id`, and the same visitor, get the same code. Every refusal is the same to the caller.',
    query: { key: 'public site key' }, answers: [200, 'ClaimAnswer'], errors: ['offer_unavailable'],
  }),
  async handle(c, body) {
    const site = c.get('site');
    const id = c.req.param('id') ?? '';
    const { offers, halt } = await readFacts(c, site);
    const terms = Object.hasOwn(offers, id) ? offers[id] : undefined;
    if (!terms) return refuse(c, 'offer_unavailable');
    const offer = offerStub(c.env, site.id, id);
    if (halt) {
      await offer.refuse('halted');
      return refuse(c, 'offer_unavailable');
    }
    const now = Date.now();
    const prefix = await prefixTag({ address: c.req.header('cf-connecting-ip'), secret: c.env.SESSION_SECRET, scope: `${site.id}/${id}`, now });
    const claimed = await offer.claim({ site: site.id, body, terms, now, prefix });
    return claimed.ok ? c.json(claimed.answer) : refuse(c, 'offer_unavailable');
  },
});
