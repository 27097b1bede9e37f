import { inspectCampaign, type DeviceConfig } from '@tactful/protocol';

/** What a device finds in each campaign of a configuration that it read: the path of what it does not know, or null. */
export const unsupportedOf = ({ campaigns }: DeviceConfig): (string | null)[] => campaigns.map((campaign) => (campaign.unfit ?? inspectCampaign(campaign)) || null);
