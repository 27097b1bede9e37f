import { safeParse, type BaseIssue, type GenericSchema } from 'valibot';
import { CODES, type IssueCode } from '../codes.ts';
import type { Issue, Parsed } from '../errors.ts';
import { freshJson, type Fresh } from './fresh.ts';

/** Reads a JSON value by a schema; everything wrong with it comes with a code and a path. Never throws. */
export const parseWith = <T>(schema: GenericSchema<unknown, T>, input: unknown, maxDepth: number): Parsed<T> => parseFresh(schema, freshJson(input, maxDepth));

/** The same of a value that was copied already. */
export function parseFresh<T>(schema: GenericSchema<unknown, T>, fresh: Fresh): Parsed<T> {
  if (!fresh.ok) return { ok: false, issues: [fresh.issue] };
  const result = safeParse(schema, fresh.value);
  return result.success ? { ok: true, value: result.output } : { ok: false, issues: unique(result.issues.map(toIssue)) };
}

/** One thing wrong is told once, though two rules may have met it. */
function unique(issues: readonly Issue[]): Issue[] {
  return issues.filter((issue, at) => issues.findIndex(({ code, path }) => code === issue.code && path === issue.path) === at);
}

function toIssue(issue: BaseIssue<unknown>): Issue {
  const keys = (issue.path ?? []).map((item) => item.key as string | number);
  if (keys[keys.length - 1] === '[]') return { code: 'wrong_type', path: toPath(keys.slice(0, -1)), message: CODES.wrong_type };
  const code = codeOf(issue, keys);
  return { code, path: toPath(keys), message: CODES[code] };
}

/** `campaigns[0].trigger.any[1].for`. */
export function toPath(keys: readonly (string | number)[]): string {
  return keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${key}` : key)).join('');
}

/** Schemas name their code as their message; the rest follows from what kind of schema complained. */
function codeOf(issue: BaseIssue<unknown>, keys: readonly (string | number)[]): IssueCode {
  if (issue.message in CODES) return issue.message as IssueCode;
  const missing = issue.received === 'undefined';
  switch (issue.type) {
    case 'strict_object': return issue.expected === 'never' ? 'unknown_key' : missing && issue.path ? 'missing' : 'wrong_type';
    case 'variant': return missing ? 'missing' : !issue.path ? 'wrong_type' : keys[keys.length - 1] === 'on' ? 'unknown_clause' : 'unknown_value';
    case 'picklist': case 'literal': return typeof issue.input === 'string' ? 'unknown_value' : 'wrong_type';
    case 'min_value': case 'max_value': case 'gt_value': return 'out_of_range';
    case 'max_length': return typeof issue.input === 'string' ? 'too_long' : 'too_many';
    case 'max_entries': return 'too_many';
    case 'min_length': case 'non_empty': return typeof issue.input === 'string' ? 'empty' : 'too_few';
    case 'min_entries': return 'too_few';
    default: return 'wrong_type';
  }
}
