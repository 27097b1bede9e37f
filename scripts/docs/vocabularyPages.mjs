import { CLAUSES, COMMERCE_EVENTS, FEATURES, mostOf, OPERATORS } from '@tactful/protocol';
import { span } from './span.mjs';
import { page, table } from './table.mjs';

const TYPES = { target: 'CSS selector', page: 'page id or `type:<page type>`', event: 'event name', topic: '`price`, `shipping`, `returns` or `coupon`', state: 'state of intent', clauses: 'list of clauses', signal: 'signal id', names: 'list of names', count: 'whole number', share: 'share', percent: 'percent' };

export function clausesPage() {
  const sections = CLAUSES.map(({ kind, fires, since, parameters, oneOf, not, source, fine }) => `## \`${kind}\`\n\nFires ${fires}. Since ${since}.${fine ? ' Heard by the finer senses.' : ''}${not ? ` Not: ${not}` : ''}${source ? ` Learned from ${source}` : ''}${oneOf ? ` One of ${oneOf.map((name) => `\`${name}\``).join(', ')} is required.` : ''}\n\n${table(
    ['parameter', 'type', 'range', '', 'meaning'],
    parameters.map(({ name, type, min, max, preset, required, meaning }) => [
      `\`${name}\``, TYPES[type] ?? type, rangeOf(type, min, max), required ? 'required' : preset === undefined ? '' : `default \`${preset}\``, meaning,
    ]),
  )}`);
  const events = `## Commerce events\n\nKnown under GA4’s names. These aliases are read as them, wherever they come from; the site’s own \`events\` go before.\n\n${table(['event', 'aliases'], Object.entries(COMMERCE_EVENTS).map(([name, aliases]) => [`\`${name}\``, aliases.map((alias) => `\`${alias}\``).join(', ')]))}`;
  return page('Trigger clauses', 'A trigger is `{ "any": [clauses] }` or `{ "all": [clauses], "within": "10m" }`. `for` counts active time (visible, focused, input within 60 s); `within` counts wall time, inclusive.', ...sections, events);
}

function rangeOf(type, min, max) {
  if (min === undefined || type === 'names') return '';
  return type === 'duration' ? `${span(min)} to ${span(max)}` : `${min} to ${max}`;
}

export function featuresPage() {
  const features = table(
    ['feature', 'type', 'unit', 'range', 'unknown', 'summarized', 'learned up to'],
    FEATURES.map(({ name, type, unit, range, missing, ships }) => [`\`${name}\``, type, unit, range, missing, ...ships ? [`yes (tabs: ${ships})`, mostOf({ name, unit }).toLocaleString('en-US')] : ['no', '']]),
  );
  const operators = table(['operator', 'value', 'true when the feature'], Object.entries(OPERATORS).map(([name, { value, meaning }]) => [`\`${name}\``, value, meaning]));
  return page(
    'Features and conditions',
    'A condition is `{ "feature": "cart.value", "gte": 50 }`, or others under `all`, `any`, `not`. Logic has three values: a feature that is missing is *unknown*, `not` unknown is unknown, and only *true* passes. Money compares in the site’s currency.',
    `## Features\n\n${features}\n\nBesides: \`user.<attribute>\` (set by \`identify()\` and \`setAttributes()\`; any type) and \`x.<id>\` (declared under \`features\`, set by \`setAttributes()\`). Neither is ever summarized.`,
    `## Operators\n\n${operators}`,
  );
}
