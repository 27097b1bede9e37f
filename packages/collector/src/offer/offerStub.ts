import type { Remote } from '../store/Remote.ts';
import type { Offer } from './Offer.ts';

/** The object of one offer of one site. */
export function offerStub(env: Env, site: string, offer: string): Remote<Offer> {
  return env.OFFER.get(env.OFFER.idFromName(`${site}/${offer}`)) as unknown as Remote<Offer>;
}
