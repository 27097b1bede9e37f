import type { DeviceCampaign, DeviceConfig } from './device.ts';

/**
 * What a value must look like: a `typeof` word, words joined by `|` (one of them), `?` (anything), a list of one shape, a
 * record of one shape (`[shape, 1]`), or an object of shapes in which a key that ends in `?` may be missing.
 */
type Shape = string | readonly [Shape, 1?] | { [key: string]: Shape };

const S = 'string', N = 'number', B = 'boolean';
const CONDITION: Record<string, Shape> = { 'feature?': S, 'op?': 'eq|ne|gt|gte|lt|lte|in|contains|exists', 'value?': '?' };
CONDITION['all?'] = CONDITION['any?'] = [CONDITION['not?'] = CONDITION];
const CLAUSE: Shape = {
  on: 'page|dwell|hover|form_error|error|exit_intent|cart_idle|idle|scroll|visible|event|signal',
  'page?': S, 'target?': N, 'for?': N, 'consecutive?': N, 'within?': N, 'times?': N, 'after?': N, 'percent?': N, 'ratio?': N,
  'name?': S, 'where?': CONDITION, 'resetOn?': [S],
};
const FREQUENCY: Shape = {
  'page?': N, 'session?': N, 'lifetime?': N, 'cooldown?': N, 'custom?': [{ cap: N, period: N }],
  'after?': { 'ignore?': N, 'dismiss?': N, 'click?': N, 'convert?': N },
};
const ACTION: Shape = { kind: 'link|apply_offer|chat|handoff|event', label: S, 'url?': S, 'to?': 'request|link|webhook', 'name?': S };
const VIDEO: Shape = { src: S, 'poster?': S, 'captions?': S };
const EXTRAS = {
  'body?': S, 'offer?': S, 'action?': ACTION, 'video?': VIDEO,
  'chat?': [{ id: S, say: S, 'video?': VIDEO, replies: [{ label: S, 'next?': S, 'action?': ACTION }] }],
} as const;
const KIND = 'chat|card|coupon|video';
const CAMPAIGN: Shape = {
  id: S, version: N, status: 'live|shadow', rollout: N, priority: N, 'group?': S,
  trigger: { mode: 'any|all', clauses: [CLAUSE], 'within?': N },
  'conditions?': CONDITION,
  message: { kind: KIND, title: S, ...EXTRAS },
  'variants?': [{ id: S, weight: N, message: { 'kind?': KIND, 'title?': S, ...EXTRAS } }],
  frequency: FREQUENCY, control: N, 'goal?': { event: S, within: N }, hold: N,
  'schedule?': { 'from?': S, 'until?': S, 'hours?': [[N]], timeZone: S },
};
const CONFIG: Shape = {
  v: N, version: S, locale: S, holdout: N, 'halt?': B,
  site: { id: S, salt: S, 'currency?': S, 'shipBeforeConsent?': B, 'items?': B },
  pages: [{ id: S, match: [S], 'type?': S, 'progress?': [S] }],
  signals: [{ id: S, on: S, 'target?': N, 'name?': S, 'page?': S }],
  targets: [S], sources: [S], events: [S, 1], texts: [S, 1],
  campaigns: ['?'], groups: [FREQUENCY, 1], frequency: FREQUENCY,
  offers: [{ mode: S, 'until?': N }, 1],
};

/**
 * Reads a configuration as served, field by field, into fresh objects without a prototype. Unknown keys are ignored; inside a
 * campaign they, and anything else that this release does not know, set its `unsupported` to the path. Never throws.
 * @returns `undefined` when the configuration as a whole does not parse: the last good one stays.
 */
export function decodeConfig(input: unknown): DeviceConfig | undefined {
  let bad = '';
  let strict = false;
  const read = (shape: Shape, value: any, path: string): any => {
    if (typeof shape == 'string') {
      if (shape == '?' || shape == typeof value || shape.split('|').includes(value)) return value;
    } else if (value && typeof value == 'object') {
      const list = Array.isArray(shape) && !shape[1];
      if (list == Array.isArray(value)) {
        if (list) return value.map((item: unknown, index: number) => read(shape[0], item, `${path}[${index}]`));
        const out = Object.create(null);
        const given = Object.keys(value);
        const take = (row: Shape, key: string): void => { out[key] = read(row, value[key], path + '.' + key); };
        if (Array.isArray(shape)) given.forEach((key) => take(shape[0], key));
        else {
          for (const name in shape) {
            const key = name.replace('?', '');
            // Own keys only: a page may have laid something on Object.prototype.
            if (given.includes(key)) take((shape as Record<string, Shape>)[name] as Shape, key);
            else if (key == name) bad = bad || path + '.' + key;
          }
          if (strict) for (const key of given) if (!(key in out)) bad = bad || path + '.' + key;
        }
        return out;
      }
    }
    bad = bad || path || '.';
  };
  try {
    const config = read(CONFIG, input, '');
    if (bad || config.v != 1) return;
    strict = true;
    config.campaigns = config.campaigns.map((value: any): DeviceCampaign => {
      bad = '';
      const campaign = read(CAMPAIGN, value, '');
      return bad ? {
        id: '' + value.id, version: 0, status: 'live', rollout: 0, priority: 0, trigger: { mode: 'any', clauses: [] },
        message: { kind: 'card', title: '' }, frequency: {}, control: 0, hold: 0, unsupported: (bad as string).slice(1),
      } : campaign;
    });
    return config;
  } catch (_error) {
    // A hostile or cyclic input is a configuration that does not parse.
    return;
  }
}
