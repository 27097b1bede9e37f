import { configuration, FIELDS } from '@tactful/protocol';
import { entriesOf } from './describe.mjs';
import { page, table } from './table.mjs';

const { entries } = configuration;
const unwrap = (schema) => (schema.wrapped ? unwrap(schema.wrapped) : schema.item ? unwrap(schema.item) : schema.type === 'record' ? unwrap(schema.value) : schema);
const within = (schema, key) => unwrap(unwrap(schema).entries[key]);
const campaign = unwrap(entries.campaigns);
const message = within(campaign, 'message');
const step = within(message, 'chat');
const question = within(message, 'survey');

/** The objects of a configuration: heading, row of `FIELDS`, schema. */
export const SECTIONS = [
  ['The file', 'configuration', configuration], ['site', 'site', unwrap(entries.site)], ['pages[]', 'page', unwrap(entries.pages)],
  ['signals[]', 'signal', unwrap(entries.signals)], ['offers.<id>', 'offer', unwrap(entries.offers)], ['campaigns[]', 'campaign', campaign],
  ['campaigns[].trigger', 'trigger', within(campaign, 'trigger')], ['campaigns[].message', 'message', message], ['…message.action', 'action', within(message, 'action')],
  ['…message.video', 'video', within(message, 'video')], ['…message.chat[]', 'step', step], ['…message.chat[].replies[]', 'reply', within(step, 'replies')],
  ['…message.survey[]', 'question', question], ['…message.survey[].answers[]', 'answer', unwrap(question.options[0].entries.answers)], ['faq[]', 'faq', unwrap(entries.faq)],
  ['campaigns[].variants[]', 'variant', within(campaign, 'variants')], ['campaigns[].goal', 'goal', within(campaign, 'goal')],
  ['campaigns[].schedule', 'schedule', within(campaign, 'schedule')], ['frequency, groups.<id>, campaigns[].frequency', 'frequency', unwrap(entries.frequency)],
  ['…frequency.custom[]', 'window', within(entries.frequency, 'custom')], ['…frequency.after', 'after', within(entries.frequency, 'after')],
];

const LEAD = `One JSON file for a site, published whole. Whatever is unknown, ambiguous or missing is refused with a code and a path ([codes](errors.md)).

*Duration*: \`500ms\`, \`10s\`, \`30m\`, \`24h\`, \`7d\`; where a wait is meant also \`forever\`. *Text in languages* (*language tag → text*): an object such as \`{ "en": "…", "zh-Hans": "…" }\`; the site’s default language must be among them.
*Link*: \`https\`, \`mailto\`, \`tel\`, or a path of the same origin. *Condition*: see [features](features.md). *Clauses* of a trigger: see [clauses](clauses.md).`;

export function configurationPage() {
  const sections = SECTIONS.map(([heading, row, schema]) => `## ${/[[.<]/.test(heading) ? `\`${heading}\`` : heading}\n\n${table(
    ['key', 'type', '', 'meaning'],
    entriesOf(schema).map(({ name, type, required }) => [`\`${name}\``, type, required ? 'required' : '', FIELDS[row][name]]),
  )}`);
  return page('Configuration', LEAD, ...sections);
}
