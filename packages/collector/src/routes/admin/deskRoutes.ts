import { docs } from '#docs';
import { changed } from '../../answer/changed.ts';
import { refuse } from '../../answer/refuse.ts';
import { deskStub } from '../../desk/deskStub.ts';
import { offerStub } from '../../offer/offerStub.ts';
import { readOffers } from '../../report/readOffers.ts';
import { byOf } from '../../staff/byOf.ts';
import { readFacts } from '../../store/readFacts.ts';
import { route } from '../route.ts';
import { adminBodies, type PoolBody } from './adminBodies.ts';

const LISTED = 500;

export const offersRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/offers', who: 'viewer',
  docs: docs({ does: 'Every offer of the live configuration: budget, given, redeemed, refused.', answers: [200, 'OfferReport[]'] }),
  handle: async (c) => c.json(await readOffers(c)),
});

export const poolRoute = route<PoolBody>({
  method: 'PUT', path: '/v1/admin/sites/:site/offers/:offer/pool', who: 'editor', action: 'fill_pool',
  body: { as: 'json', ...adminBodies.pool, bytes: 131_072 },
  docs: docs({ does: "Adds codes made on the shop's platform. Sending them again adds nothing.", answers: [200, '{ added }'], errors: ['not_found', 'conflict'] }),
  async handle(c, { codes }) {
    const site = c.get('site');
    const id = c.req.param('offer') ?? '';
    const { offers } = await readFacts(c, site);
    const terms = Object.hasOwn(offers, id) ? offers[id] : undefined;
    if (!terms) return refuse(c, 'not_found');
    if (terms.mode !== 'pool') return refuse(c, 'conflict', { path: 'mode' });
    const added = await offerStub(c.env, site.id, id).fillPool(codes);
    changed(c, ...(added > 0 ? [{ detail: `${id}: ${added} codes` }] : []));
    return c.json({ added });
  },
});

export const requestsRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/requests', who: 'agent',
  docs: docs({
    does: 'Who asked for a person, newest first; an empty page is the end.',
    query: { after: 'id of the last request of the page before', limit: `requests to a page, 1 to ${LISTED}; default ${LISTED}`, status: '`open` or `answered`: only those' },
    answers: [200, 'RequestRow[]'], errors: ['not_found', 'invalid'],
  }),
  async handle(c) {
    const { after, status } = c.req.query();
    if (status !== undefined && status !== 'open' && status !== 'answered') return refuse(c, 'invalid', { path: 'status' });
    const limit = Math.min(LISTED, Math.max(1, Math.floor(Number(c.req.query('limit') ?? LISTED)) || LISTED));
    const rows = await deskStub(c.env, c.get('site').id).list({ limit, ...(after === undefined ? {} : { after }), ...(status === undefined ? {} : { status }) });
    return rows ? c.json(rows) : refuse(c, 'not_found', { path: 'after' });
  },
});

export const answerRoute = route({
  method: 'POST', path: '/v1/admin/sites/:site/requests/:request/answer', who: 'agent', action: 'answer_request',
  docs: docs({ does: 'Marks a request answered; who was first stands.', answers: [200, 'RequestRow'], errors: ['not_found'] }),
  async handle(c) {
    const by = byOf(c.get('caller')), now = Date.now();
    const row = await deskStub(c.env, c.get('site').id).answer({ id: c.req.param('request') ?? '', by, now });
    if (row?.answeredBy !== by || row.answeredAt !== now) changed(c);
    return row ? c.json(row) : refuse(c, 'not_found');
  },
});
