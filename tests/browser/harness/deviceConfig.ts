import type { DeviceCampaign, DeviceClause, DeviceConfig } from '@tactful/protocol';

/** A campaign of the device's form: a card, live, for everybody, without caps. */
export function campaign(id: string, clauses: readonly DeviceClause[], more: Partial<DeviceCampaign> = {}): DeviceCampaign {
  return {
    id, version: 1, status: 'live', rollout: 1, priority: 50, trigger: { mode: 'any', clauses },
    message: { kind: 'card', title: 'Need a hand?', body: 'We are here.' }, frequency: {}, control: 0, hold: 10_000, ...more,
  };
}

/** A site's configuration as `/v1/config` serves it, nobody held out. */
export function deviceConfig(more: Partial<DeviceConfig> = {}): DeviceConfig {
  return {
    v: 1, version: 'c1', site: { id: 'test', currency: 'EUR', salt: 's' }, locale: 'en',
    pages: [{ id: 'home', match: ['/'] }, { id: 'checkout', match: ['/checkout/*', '#/checkout'], type: 'checkout' }],
    signals: [], targets: [], events: {}, sources: [], campaigns: [], groups: {}, frequency: {}, holdout: 0, offers: {}, texts: {}, ...more,
  };
}
