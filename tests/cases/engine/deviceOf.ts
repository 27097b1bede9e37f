import { compile, localize, parseConfig, type DeviceConfig } from '@tactful/protocol';

/** A campaign as a case writes it; what it leaves out makes it simple: everyone is treated, a card, 10 s of hold. */
export type CampaignCase = Readonly<Record<string, unknown>>;

/** The places and signals that cases speak of. */
const SITE = {
  v: 1,
  site: { locale: 'en', currency: 'EUR' },
  pages: [
    { id: 'home', match: ['/'], type: 'home' },
    { id: 'product', match: ['/p/*'], type: 'product' },
    { id: 'cart', match: ['/cart'], type: 'cart' },
    { id: 'shipping', match: ['/checkout/shipping'], type: 'checkout' },
    { id: 'payment', match: ['/checkout/payment'], type: 'checkout' },
    { id: 'checkout', match: ['/checkout/*'], type: 'checkout', progress: ['save-address'] },
    { id: 'workflow', match: ['/workflow'], type: 'feature' },
  ],
  signals: [
    { id: 'save-address', on: 'click', target: '#save' },
    { id: 'read-terms', on: 'visible', target: '#terms', page: 'checkout' },
    { id: 'saved', on: 'event', name: 'config_saved' },
  ],
  holdout: 0,
};

/** Compiles a configuration in source form, as publishing does. Targets are numbered as they first appear: `#save` 0, `#terms` 1. */
export function deviceOf(campaigns: readonly CampaignCase[], more: object = {}): DeviceConfig {
  const source = {
    ...SITE, ...more,
    campaigns: campaigns.map((campaign, index) => ({
      id: `c${index + 1}`, status: 'live', control: 0, message: { kind: 'card', title: { en: 'Hello' } }, ...campaign,
    })),
  };
  const parsed = parseConfig(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return localize(compile(parsed.value, { siteId: 'site', salt: 'salt' }), 'en');
}
