import { claimSchema, LIMITS, parseSummary, parseSummaryEnvelope, parseWith, redemptionSchema, requestSchema, type Parsed } from '@tactful/protocol';
import { expect, it } from 'vitest';
import bodies from './bodies.json' with { type: 'json' };
import envelopes from './envelope.json' with { type: 'json' };
import summary from './summary.json' with { type: 'json' };
import summaries from './summary-parse.json' with { type: 'json' };
import { patched } from './patched.ts';

const issuesOf = (parsed: Parsed<unknown>) => (parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path]));

it.each(summaries as unknown as [string, Record<string, unknown>, [string, string][]][])('reads a summary: %s', (_name, patch, expected) => {
  const input = patched(summary, patch);
  const parsed = parseSummary(input);
  expect(issuesOf(parsed)).toEqual(expected);
  if (parsed.ok) expect(parsed.value).toEqual(input);
});

it.each(envelopes as [string, string, string | string[]][])('opens an envelope: %s', (_name, body, expected) => {
  const text = body.startsWith('#') ? ' '.repeat(Number(body.slice(1))) : body.replaceAll('@', JSON.stringify(summary));
  const opened = parseSummaryEnvelope(text);
  const seen = opened.ok
    ? opened.value.sessions.map((parsed) => (parsed.ok ? 'ok' : `${parsed.issues[0]?.code} ${parsed.issues[0]?.path}`))
    : `${opened.code} ${opened.path}`;
  expect(seen).toEqual(expected);
});

const BODIES = { claim: claimSchema, redemption: redemptionSchema, request: requestSchema };

it.each(bodies as unknown as [string, keyof typeof BODIES, unknown, [string, string][]][])('reads a body: %s', (_name, kind, input, expected) => {
  const parsed: Parsed<unknown> = parseWith<unknown>(BODIES[kind], input, LIMITS.bodyDepth);
  expect(issuesOf(parsed)).toEqual(expected);
  if (parsed.ok) expect(parsed.value).toEqual(input);
});
