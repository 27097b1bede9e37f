import type { CampaignSource } from './campaign.ts';

/** A campaign that makes something cheaper. */
export const isDiscount = ({ message, variants = [] }: CampaignSource): boolean =>
  [message, ...variants.map((variant) => variant.message as CampaignSource['message'])].some(({ kind, offer }) => kind === 'coupon' || offer !== undefined);
