import type { DeviceConfig } from './device.ts';

const isList = Array.isArray;

/** Own keys into fresh objects without a prototype. */
const copy = (value: any): any => {
  if (isList(value)) return value.map(copy);
  if (!value || typeof value != 'object') return value;
  const out = Object.create(null);
  for (const key of Object.keys(value)) out[key] = copy(value[key]);
  return out;
};

/**
 * Reads a configuration as served into fresh objects without a prototype, so that what reads it finds the lists and
 * records it needs. What is inside a campaign is looked at when it matters: `inspectCampaign`. Never throws.
 * @returns `undefined` when the configuration as a whole does not parse: the last good one stays.
 */
export function readConfig(input: any): DeviceConfig | undefined {
  try {
    const config = copy(input);
    const { pages, signals, targets, sources, site, frequency, groups, offers, events, texts, campaigns } = config;
    // What is no list, or nothing at all, throws here, and so does a page without patterns.
    pages.map((page: any) => page.match.map(String));
    [signals, targets, sources].map((list) => list.map(Object));
    [site, frequency, groups, offers, events, texts].map(Object.keys);
    config.campaigns = campaigns.map((campaign: any) => {
      const { id, trigger, message, frequency: caps } = campaign;
      const whole = trigger && isList(trigger.clauses) && trigger.clauses.every(Boolean) && message && caps;
      return whole ? campaign : { id: '' + id, trigger: { clauses: [] }, message: {}, frequency: {}, unsupported: 'trigger' };
    });
    if (config.v == 1) return config;
  } catch (_error) {
    // A hostile or cyclic input is a configuration that does not parse.
  }
  return undefined;
}
