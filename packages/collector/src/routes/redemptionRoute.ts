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
    does: "The shop's server redeems a code for an order; the same order again gets the same answer.",
    answers: [200, '{ code, orderId }'], errors: ['not_found', 'used', 'expired'],
  }),
  async handle(c, body) {
    const site = c.get('site');
    const id = c.req.param('id') ?? '';
    const { offers, currency } = await readFacts(c, site);
    const terms = Object.hasOwn(offers, id) ? offers[id] : undefined;
    if (!terms) return refuse(c, 'not_found');
    const redeemed = await offerStub(c.env, site.id, id).redeem({ body, terms, siteCurrency: currency, now: Date.now() });
    return redeemed.ok ? c.json({ code: redeemed.code, orderId: redeemed.orderId }) : refuse(c, redeemed.code);
  },
});
