import { inspectCampaign, readConfig, type DeviceConfig } from '@tactful/protocol';

/** What `tactful pull` finds in what a collector served. */
export interface Checked {
  readonly config: DeviceConfig;
  /** Campaigns that the page's files of this release will not show, with the path of what they do not know. */
  readonly unsupported: readonly (readonly [campaign: string, path: string])[];
}

/** Reads a configuration as a page does; nothing where it does not parse, for a page would refuse it whole. */
export function checkConfig(served: unknown): Checked | undefined {
  const config = readConfig(served);
  if (!config) return undefined;
  const unsupported = config.campaigns.map((campaign) => [campaign.id, campaign.unfit || inspectCampaign(campaign)] as const).filter(([, path]) => path);
  return { config, unsupported };
}
