import type { GenericSchema } from 'valibot';
import { CODES } from '../codes.ts';
import type { ErrorCode, Issue, Parsed } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { freshJson } from '../source/fresh.ts';
import { parseFresh, parseWith } from '../source/parseWith.ts';
import type { Summary } from '../summary.ts';
import type { EpochMs } from '../units.ts';
import { byteLength } from './byteLength.ts';
import { jsonDepth } from './jsonDepth.ts';
import { envelopeSchema, summarySchema } from './summarySchema.ts';

/** An envelope whose sessions were judged one by one: a bad one takes no other with it. */
export interface OpenedEnvelope {
  readonly v: 1;
  readonly key: string;
  readonly sentAt: EpochMs;
  /** In the order of the body; indexes of an answer's `rejected` refer to it. */
  readonly sessions: readonly Parsed<Summary>[];
}

/** An envelope, or the error that the intake answers for the whole body. */
export type EnvelopeParsed =
  | { readonly ok: true; readonly value: OpenedEnvelope }
  | { readonly ok: false; readonly code: Extract<ErrorCode, 'bad_json' | 'bad_version' | 'invalid' | 'body_too_large' | 'body_too_deep'>; readonly path: string };

/**
 * Reads the body of `POST /v1/summaries`. Size and depth are judged before anything is parsed, so a bomb costs one pass over
 * its text. Never throws.
 * @param body the text received, at most 32 KiB.
 */
export function parseSummaryEnvelope(body: string): EnvelopeParsed {
  if (byteLength(body) > LIMITS.bodyBytes) return { ok: false, code: 'body_too_large', path: '' };
  if (jsonDepth(body) > LIMITS.bodyDepth) return { ok: false, code: 'body_too_deep', path: '' };
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (_error) {
    return { ok: false, code: 'bad_json', path: '' };
  }
  const envelope = openEnvelope(json);
  if (!envelope.ok) {
    const [{ code, path } = { code: 'invalid', path: '' }] = envelope.issues;
    return { ok: false, code: code === 'bad_version' ? code : 'invalid', path };
  }
  const { v, key, sentAt, sessions } = envelope.value;
  return { ok: true, value: { v, key, sentAt, sessions: sessions.map(parseSummary) } };
}

type Opened = { readonly v: 1; readonly key: string; readonly sentAt: EpochMs; readonly sessions: readonly unknown[] };

/** The sessions are taken out before the schema sees the rest: a reserved key in one must not refuse the others. */
function openEnvelope(json: unknown): Parsed<Opened> {
  const sessions = typeof json === 'object' && json !== null && 'sessions' in json ? json.sessions : undefined;
  if (!Array.isArray(sessions)) return parseWith(envelopeSchema as GenericSchema<unknown, Opened>, json, LIMITS.bodyDepth);
  const outer = parseWith(envelopeSchema as GenericSchema<unknown, Opened>, { ...(json as object), sessions: sessions.map(() => 0) }, LIMITS.bodyDepth);
  return outer.ok ? { ok: true, value: { ...outer.value, sessions } } : outer;
}

/** Reads one summary: names, numbers and closed lists within their limits, at most 4 KiB. */
export function parseSummary(input: unknown): Parsed<Summary> {
  const fresh = freshJson(input, LIMITS.bodyDepth);
  if (fresh.ok && byteLength(JSON.stringify(fresh.value)) > LIMITS.summaryBytes) return { ok: false, issues: [tooLarge] };
  return parseFresh(summarySchema as GenericSchema<unknown, Summary>, fresh);
}

const tooLarge: Issue = { code: 'too_large', path: '', message: CODES.too_large };
