/** The fields of an advanced workflow, as they are typed. */
export const FIELDS = ['name', 'schedule', 'filter', 'window', 'retries', 'target', 'mapping'] as const;
export type Field = (typeof FIELDS)[number];
export type Draft = Readonly<Record<Field, string>>;

/** What the form starts with: close to right, and not right. */
export const FIRST_DRAFT: Draft = {
  name: '', schedule: '0 9 * *', filter: 'amount => 100 and country == "DE"', window: '15', retries: '3', target: 'http://hooks.example.com/orders', mapping: '{ "id": "order.id", "sum": "order.total", }',
};

const CHECKS: Readonly<Record<Field, (value: string) => boolean>> = {
  name: (value) => value.trim().length > 0,
  // Minute, hour, day, month, weekday: five parts, each a star, a number, a list, a range or a step.
  schedule: (value) => /^(\S+\s+){4}\S+$/.test(value.trim()) && value.trim().split(/\s+/).every((part) => /^(\*|\d{1,2}([-,]\d{1,2})*)(\/\d{1,2})?$/.test(part)),
  filter: (value) => value.split(/\s+(?:and|or)\s+/).every((part) => /^\s*[a-z_.]+\s*(==|!=|>=|<=|>|<)\s*("[^"]*"|\d+(\.\d+)?)\s*$/.test(part)),
  window: (value) => /^[1-9]\d*(s|m|h)$/.test(value.trim()),
  retries: (value) => /^([1-9]|10)$/.test(value.trim()),
  target: (value) => URL.canParse(value) && new URL(value).protocol === 'https:',
  mapping: (value) => isMapping(value),
};

function isMapping(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

/** The fields whose value will not do, in the form's order. */
export const checkWorkflow = (draft: Draft): readonly Field[] => FIELDS.filter((field) => !CHECKS[field](draft[field]));
