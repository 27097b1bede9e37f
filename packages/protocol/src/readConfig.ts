import type { DeviceConfig } from './device.ts';

/**
 * What records inherit: no name at all, and to be no number where one belongs, so that nothing which calculates throws. Made
 * from null directly they would be dictionaries to V8, which are slow to read and to list.
 */
const nothing = { __proto__: null, [Symbol.toPrimitive]: () => NaN };

/** Own keys into fresh records. */
const copy = (value: any): any => {
  if (Array.isArray(value)) return value.map(copy);
  if (Object(value) !== value) return value;
  const out = Object.create(nothing);
  for (const key of Object.keys(value)) out[key] = copy(value[key]);
  return out;
};

/** Throws where a clause (or a step of one), caps or a message are nothing, or hold something else where the engine needs a list. */
const readLists = (one: any): unknown => ['of', 'resetOn', 'custom'].map((name) => one[name] && one[name].map(readLists));

/**
 * Reads a configuration as served into fresh records that inherit no name, so that what reads it finds the lists and
 * records it needs, and no part of it can make the engine throw. What else is inside a campaign is looked at when it
 * matters: `inspectCampaign`. Never throws.
 * @returns `undefined` when the configuration as a whole does not parse: the last good one stays.
 */
export function readConfig(input: any): DeviceConfig | undefined {
  try {
    const config = copy(input);
    const { pages, signals, targets, sources, site, groups, offers, events, texts, campaigns } = config;
    // What is no list, or nothing at all, throws here, and so does a page without patterns.
    pages.map((page: any) => page.match = page.match.map(String));
    [site, offers, events, texts, ...signals, ...targets, ...sources].map(Object.keys);
    [config.frequency, ...Object.values(groups)].map(readLists);
    config.campaigns = campaigns.map((campaign: any) => {
      const { id, trigger, message, frequency } = campaign;
      try {
        trigger.clauses.concat(frequency, message).map(readLists);
        return campaign;
      } catch (_error) {
        // As one without a message: it is there, and never eligible.
      }
      return { id: '' + id, trigger: { clauses: [] }, message: {}, frequency: {}, unfit: 'trigger' };
    });
    if (config.v == 1) return config;
  } catch (_error) {
    // A hostile or cyclic input is a configuration that does not parse.
  }
  return undefined;
}
