import type { RedemptionBody } from '@tactful/protocol';
import { docs } from '#docs';
import { refuse } from '../answer/refuse.ts';
import { offerStub } from '../offer/offerStub.ts';
import { readFacts } from '../store/readFacts.ts';
import { publicBodies } from './publicBodies.ts';
import { route } from './route.ts';

export const redemptionRoute = route<RedemptionBody>({
  method: 'POST', path: '/v1/offers/:id/redemptions', who: 'secret', body: { as: 'json', ...publicBodies.redemption },
  docs: docs({
    does: "The shop's server redeems a code for an order; the same order again gets the same answer. With `hold` the code is kept for half an hour for an order that is not placed yet.",
    answers: [200, '{ code, orderId, heldUntil? }'], errors: ['not_found', 'used', 'expired'],
  }),
  async handle(c, body) {
    const site = c.get('site');
    const id = c.req.param('id') ?? '';
    const { offers, currency } = await readFacts(c, site);
    const terms = Object.hasOwn(offers, id) ? offers[id] : undefined;
    if (!terms) return refuse(c, 'not_found');
    const redeemed = await offerStub(c.env, site.id, id).redeem(site.id, { body, terms, siteCurrency: currency, now: Date.now() });
    if (redeemed.ok) {
      const { ok: _ok, ...answer } = redeemed;
      return c.json(answer);
    }
    return refuse(c, redeemed.code, redeemed.code === 'invalid' ? { path: 'discount' } : {});
  },
});
