import type { OfferReport } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { offerStub } from '../offer/offerStub.ts';
import { readFacts } from '../store/readFacts.ts';

/** Every offer of the live configuration: budget, given, redeemed, refused. */
export async function readOffers(c: AppContext): Promise<readonly OfferReport[]> {
  const site = c.get('site');
  const { offers, currency } = await readFacts(c, site);
  return Promise.all(Object.entries(offers).map(async ([id, { mode, budget, spend, until }]): Promise<OfferReport> => {
    const { discount: _discount, poolLeft, ...figures } = await offerStub(c.env, site.id, id).figures({ mode, siteCurrency: currency });
    return { id, mode, budget, ...figures, ...(spend === undefined ? {} : { spend }), ...(mode === 'pool' ? { poolLeft: poolLeft ?? 0 } : {}), ...(until === undefined ? {} : { until }) };
  }));
}
