import type { CampaignSource } from './campaign.ts';

/** A campaign that is a chat, or whose button leads to one. */
export const opensChat = ({ message, variants = [] }: CampaignSource): boolean =>
  [message, ...variants.map((variant) => variant.message as CampaignSource['message'])].some(({ kind, action }) => kind === 'chat' || action?.kind === 'chat');
