import { COUNT_MEANINGS, COUNTS, LIMITS, LOSS_MEANINGS, REASONS, SUMMARY_MERGE, summarySchema } from '@tactful/protocol';
import { describe, entriesOf } from './describe.mjs';
import { page, table } from './table.mjs';

const LEAD = `All that leaves a device, as \`POST /v1/summaries\` takes it. A summary is the session so far as one tab (*part*) knows it: cumulative, under a growing \`seq\`.
Only names of the configuration, numbers and closed lists: every string is an id (letters, digits, \`_ . : -\`), a version, a language tag or one of a list. No address, no text, no selector, no input value can be written in it.

The parts of a session are merged field by field. \`sum\`, \`max\`; \`latest\`, \`first\`: of the part that ended last, began first; \`span\`: from the first begin to the last end; \`furthest\`: of the part that came furthest; \`union\`: by id. Order, grouping and repetition change nothing.`;

/** What the names of an object's keys leave open. */
const NOTES = { signals: '`count`: how often it was made; `longestRun`: the most often with no progress in between.' };

/** The fields of a summary that hold objects of named keys. */
export const NESTED = ['context', 'pages', 'signals', 'cart', 'intents', 'snapshots', 'exposures', 'goals', 'items'];

/** What a field's objects are, whatever list or record holds them. */
export const unwrap = (schema) => (schema.wrapped ? unwrap(schema.wrapped) : schema.item ? unwrap(schema.item) : schema.type === 'record' ? unwrap(schema.value) : schema);

const mergeOf = (rule) => (typeof rule === 'string' ? `\`${rule}\`` : [...new Set(Object.values(rule))].length === 1 ? `\`${Object.values(rule)[0]}\`` : 'each its own');

export function summaryPage() {
  const { entries } = summarySchema;
  const rows = Object.entries(entries).map(([name, schema]) => [`\`${name}\``, short(describe(schema)), schema.type === 'exact_optional' ? 'optional' : '', mergeOf(SUMMARY_MERGE[name])]);
  const nested = NESTED.map((name) => {
    const rules = SUMMARY_MERGE[name];
    return `### ${name}\n\n${NOTES[name] ? `${NOTES[name]}\n\n` : ''}${table(['key', 'type', '', 'merge'], entriesOf(unwrap(entries[name])).map((entry) => [`\`${entry.name}\``, entry.type, entry.required ? '' : 'optional', typeof rules === 'string' ? '' : rules[entry.name] ?? '']))}`;
  });
  const counts = table(['counter', 'counts', 'merge'], Object.entries(COUNTS).map(([name, merge]) => [`\`${name}\``, COUNT_MEANINGS[name], merge]));
  return page(
    'Summary', LEAD, `## Fields\n\n${table(['field', 'type', '', 'merge'], rows)}`, ...nested,
    `## Counters (\`counts\`)\n\n${counts}`,
    `## What is missing, and why (\`loss\`)\n\nEntries under names that the site never published are left out by the edge and counted as \`unknown\`, as are losses of any other name.\n\n${table(['loss', 'counts'], Object.entries(LOSS_MEANINGS).map(([name, meaning]) => [`\`${name}\``, meaning]))}`,
    `## Reasons of an exposure’s end\n\n${REASONS.map((reason) => `\`${reason || '""'}\``).join(', ')}`,
    `One summary is at most ${LIMITS.summaryBytes.toLocaleString('en')} bytes, one body ${LIMITS.bodyBytes.toLocaleString('en')}. A bad summary is rejected with its index, code and path; the others of its body are taken.`,
  );
}

/** Long lists stand in their own tables. */
const short = (text) => (text.length > 120 ? text.replace(/^(`[^→]*`) →/, 'one of a list →').replace(/→ `.*` →/, '→ gate →') : text);
