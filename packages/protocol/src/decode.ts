import type { DeviceConfig } from './device.ts';

/**
 * The words of a campaign by the type of what they hold, then the closed lists by their key. A word holds the same
 * wherever it stands; a release that wants another meaning takes another word, so that this table needs no places.
 */
const WORDS: Readonly<Record<string, string>> = {
  string: 'id group page feature name title body offer label url src poster captions say next event from until timeZone',
  number: 'version rollout priority page target for consecutive within times after percent ratio session lifetime cooldown cap period ignore dismiss click convert control hold weight',
  object: 'trigger conditions message frequency goal schedule action video not where after',
  array: 'any all clauses custom variants chat replies hours resetOn',
  on: 'page dwell hover form_error error exit_intent cart_idle idle scroll visible event signal',
  op: 'eq ne gt gte lt lte in contains exists',
  kind: 'chat card coupon video link apply_offer handoff event',
  mode: 'any all', status: 'live shadow', to: 'request link webhook',
};
const has = (words: string | undefined, word: string): boolean => !!words && words.split(' ').includes(word);
const isList = Array.isArray;

/**
 * Reads a configuration as served, field by field, into fresh objects without a prototype. Unknown keys at the top are
 * ignored; a campaign with a word, a type or a listed value that this release does not know gets `unsupported`, the path
 * of it, and nothing else to act on. Never throws.
 * @returns `undefined` when the configuration as a whole does not parse: the last good one stays.
 */
export function decodeConfig(input: any): DeviceConfig | undefined {
  let bad: string;
  // Without a path (outside campaigns) nothing is judged.
  const copy = (value: any, path?: string): any => {
    if (isList(value)) return value.map((item, index) => copy(item, path && path + '[' + index + ']'));
    if (!value || typeof value != 'object') return value;
    const out = Object.create(null);
    for (const key of Object.keys(value)) {
      const item = value[key];
      const at = path && path + '.' + key;
      // `value` is what a condition compares with: a scalar or a list of them.
      if (at && key != 'value' && !(WORDS[key] ? has(WORDS[key], item) : has(WORDS[isList(item) ? 'array' : typeof item], key))) bad = bad || at;
      out[key] = copy(item, at);
    }
    return out;
  };
  try {
    const config = copy(input);
    const { pages, signals, targets, sources, site, frequency, groups, offers, events, texts } = config;
    // What is no list, or nothing at all, throws here, and so does a page without patterns.
    pages.map((page: any) => page.match.map(String));
    [signals, targets, sources].map((list) => list.map(Object));
    [site, frequency, groups, offers, events, texts].map(Object.keys);
    config.campaigns = input.campaigns.map((value: any) => {
      bad = '';
      const campaign = copy(value, '$');
      const { id, trigger, message } = campaign;
      if (!(trigger && trigger.clauses && message && campaign.frequency)) bad = bad || '$.trigger';
      return bad ? { id: '' + id, trigger: { clauses: [] }, message: {}, frequency: {}, unsupported: bad.slice(2) } : campaign;
    });
    if (config.v == 1) return config;
  } catch (_error) {
    // A hostile or cyclic input is a configuration that does not parse.
  }
  return undefined;
}
