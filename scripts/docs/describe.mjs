/** What a check's code says about the text it guards. */
const WORDS = {
  bad_duration: 'duration', bad_url: 'link', bad_selector: 'CSS selector', bad_pattern: 'pattern', bad_locale: 'language tag', bad_currency: 'ISO 4217 code',
  bad_time: 'time', bad_hours: 'hours', bad_time_zone: 'time zone', bad_id: 'id',
};

/** A schema in words: `whole number 1 to 20`, `list of pattern (1 to 20)`, `id → text`. */
export function describe(schema) {
  const steps = schema.pipe ?? [];
  const rule = (type) => steps.find((step) => step.type === type)?.requirement;
  const word = [schema, ...steps].map((step) => WORDS[step.message]).find(Boolean);
  const bounds = (low, high) => (high === undefined ? '' : ` (${rule(low) ?? 0} to ${rule(high)})`);
  switch (schema.type) {
    case 'exact_optional': return describe(schema.wrapped);
    case 'string': return word ?? `text${rule('max_length') ? `, at most ${rule('max_length').toLocaleString('en')} characters` : ''}`;
    case 'number': return `${rule('integer') ? 'whole number' : 'number'}${range(rule('min_value') ?? rule('gt_value'), rule('max_value'))}`;
    case 'boolean': return 'boolean';
    case 'literal': return `\`${JSON.stringify(schema.literal)}\``;
    case 'picklist': return schema.options.map((option) => `\`${option === '' ? '""' : option}\``).join(', ');
    case 'array': return `list of ${inner(schema.item)}${bounds('min_length', 'max_length')}`;
    case 'record': return `${describe(schema.key)} → ${inner(schema.value)}${rule('max_entries') ? ` (at most ${rule('max_entries')})` : ''}`;
    case 'strict_tuple': return `[${schema.items.map(describe).join(', ')}]`;
    case 'union': return schema.options.map(describe).join(' or ');
    case 'lazy': return 'condition';
    default: return 'object';
  }
}

const inner = (schema) => (schema.type === 'strict_object' || schema.type === 'variant' ? 'objects' : describe(schema));

function range(min, max) {
  if (max === undefined || max >= 1e12) return '';
  return ` ${min.toLocaleString('en')} to ${max.toLocaleString('en')}`;
}

/** The entries of an object, or of all forms of a variant; a key is required only where every form has it and wants it. */
export function entriesOf(schema) {
  if (schema.wrapped) return entriesOf(schema.wrapped);
  if (schema.item) return entriesOf(schema.item);
  if (schema.type === 'record') return entriesOf(schema.value);
  if (!schema.options) return Object.entries(schema.entries).map(([name, entry]) => ({ name, type: describe(entry), required: entry.type !== 'exact_optional' }));
  const forms = schema.options.map(entriesOf);
  const names = [...new Set(forms.flat().map(({ name }) => name))];
  return names.map((name) => {
    const found = forms.map((form) => form.find((entry) => entry.name === name));
    return { name, type: [...new Set(found.filter(Boolean).map(({ type }) => type))].join(', '), required: found.every((entry) => entry?.required) };
  });
}
