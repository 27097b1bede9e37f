import type { DeviceCampaign } from './device.ts';

/**
 * The words of a campaign by the type of what they hold, then the closed lists by their key. A word holds the same
 * wherever it stands; a release that wants another meaning takes another word, so that this table needs no places.
 */
const WORDS = {
  // A campaign may hold any key: `toString` is no word of ours.
  __proto__: null,
  string: 'id group page feature name title body offer label url src poster captions say next ask low high event from until timeZone',
  number: 'version rollout priority page target for consecutive within times after percent ratio away gte session lifetime cooldown cap period ignore dismiss click convert control hold weight',
  object: 'trigger conditions message frequency goal schedule action video not where after',
  array: 'any all clauses custom variants chat replies hours resetOn of survey answers',
  // Lists of something else than records. `value` is what a condition compares with: a scalar or a list of them.
  scalars: 'hours resetOn value',
  on: 'page dwell hover form_error error exit_intent cart_idle idle scroll visible event signal hesitation attention rage_click dead_click slow field_hesitation form_abandon cart_revisit backtrack return intent sequence',
  op: 'eq ne gt gte lt lte in contains exists',
  scale: '0-10 1-5', kind: 'chat card coupon video banner survey single multiple scale link apply_offer handoff event',
  mode: 'any all', status: 'live shadow', to: 'request link',
} as unknown as Readonly<Record<string, string>>;
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? '' : typeof value);
const has = (words: string | undefined, word: string): boolean => !!words && words.split(' ').includes(word);

/**
 * Looks for a word, a type or a listed value that this release does not know.
 * @returns the path of the first, `trigger.clauses[0].on`; empty when there is none
 */
export function inspectCampaign(campaign: DeviceCampaign): string {
  let bad = '';
  const inspect = (value: any, path: string, scalars?: boolean): void => {
    if (Object(value) !== value) return;
    const list = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const item = value[key];
      const at = path + (list ? '[' + key + ']' : '.' + key);
      if (list ? !scalars && typeOf(item) != 'object' : key != 'value' && !(WORDS[key] ? has(WORDS[key], item) : has(WORDS[typeOf(item)], key))) bad = bad || at;
      inspect(item, at, list ? scalars : has(WORDS['scalars'], key));
    }
  };
  inspect(campaign, '');
  return bad.slice(1);
}
