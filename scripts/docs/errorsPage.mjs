import { CODES, ERRORS, LIMITS } from '@tactful/protocol';
import { page, table } from './table.mjs';

export function errorsPage() {
  const http = table(['code', 'status', 'what a client does', 'since', 'meaning'], Object.entries(ERRORS).map(([code, { status, client, since, message }]) => [`\`${code}\``, status, client, since, message]));
  const codes = table(['code', 'meaning'], Object.entries(CODES).map(([code, message]) => [`\`${code}\``, message]));
  return page(
    'Errors',
    'Codes are stable, their words may change.',
    `## Answers of the HTTP interface\n\n\`{ "error": { "code", "message", "requestId", "path"? } }\`. \`retry\`: later, with back-off; \`drop\`: give it up; \`split\`: send less at once; \`fix\`: a person has to.\n\n${http}`,
    `## What is wrong with a configuration, a summary or a body\n\nEach with a path, such as \`campaigns[0].trigger.any[1].for\`.\n\n${codes}`,
  );
}

export function limitsPage() {
  const rows = Object.entries(LIMITS).map(([name, value]) => [`\`${name}\``, value.toLocaleString('en')]);
  return page('Limits', 'The unit is in the name; those without one are counts. Bytes are those of UTF-8.', table(['limit', 'value'], rows));
}
