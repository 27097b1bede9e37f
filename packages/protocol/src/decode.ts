import type { DeviceConfig } from './device.ts';
import { inspectCampaign } from './inspectCampaign.ts';
import { readConfig } from './readConfig.ts';

/**
 * Reads a configuration as served, field by field, into fresh objects without a prototype. Unknown keys at the top are
 * ignored; a campaign with a word, a type or a listed value that this release does not know gets `unsupported`, the path
 * of it, and nothing else to act on. Never throws.
 * @returns `undefined` when the configuration as a whole does not parse: the last good one stays.
 */
export function decodeConfig(input: unknown): DeviceConfig | undefined {
  const config = readConfig(input);
  return config && {
    ...config,
    campaigns: config.campaigns.map((campaign) => {
      const unsupported = campaign.unsupported || inspectCampaign(campaign);
      return unsupported ? { id: campaign.id, trigger: { clauses: [] }, message: {}, frequency: {}, unsupported } as unknown as typeof campaign : campaign;
    }),
  };
}
