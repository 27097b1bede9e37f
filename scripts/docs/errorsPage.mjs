import { CODES, ERRORS, LIMITS } from '@tactful/protocol';
import { QUOTAS } from '../../packages/collector/src/quota/QUOTAS.ts';
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
  const quotas = Object.entries(QUOTAS).map(([name, { allowed, seconds, means }]) => [`\`${name}\``, means, allowed.toLocaleString('en'), seconds.toLocaleString('en')]);
  return page(
    'Limits', 'The unit is in the name; those without one are counts. Bytes are those of UTF-8.', table(['limit', 'value'], rows),
    `## Quotas\n\nWhat is over one is answered \`too_many_requests\`, with \`Retry-After\` in seconds; devices wait for so long, and lose nothing. An address prefix is a network, /24 of IPv4 and /48 of IPv6, known here by a keyed hash alone. \`key\` and \`prefix\` are counted in a Worker’s memory, by each of its instances for itself, times the deployment’s \`QUOTA_SCALE\`: so many at once, and as many again spread evenly over the seconds; or by Cloudflare’s rate limiting, [where it is bound](../guides/deploy.md#quotas). The others are counted durably. A code is given by the offer’s own rules, whatever these say.\n\n${table(['quota', 'of what', 'allowed', 'in seconds'], quotas)}`,
  );
}
