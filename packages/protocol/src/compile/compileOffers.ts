import type { DeviceOffer } from '../device.ts';
import { parseDuration } from '../duration.ts';
import type { OfferSource } from '../source/offer.ts';
import type { OfferTerms } from './Compiled.ts';

/** What a page may know of each offer, and what only the edge may. */
export function compileOffers(source: Readonly<Record<string, OfferSource>>): {
  readonly device: Record<string, DeviceOffer>; readonly terms: Record<string, OfferTerms>;
} {
  const device: Record<string, DeviceOffer> = {};
  const terms: Record<string, OfferTerms> = {};
  for (const [id, { mode, budget, code, until, validFor, spend, worth }] of Object.entries(source)) {
    const end = until !== undefined && { until: Date.parse(until) };
    const span = parseDuration(validFor);
    device[id] = { mode, ...end };
    terms[id] = { mode, budget, ...(code !== undefined && { code }), ...end, ...(span !== undefined && { validFor: span }), ...(spend !== undefined && { spend }), ...(worth !== undefined && { worth }) };
  }
  return { device, terms };
}
