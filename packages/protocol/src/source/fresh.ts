import type { Issue } from '../errors.ts';
import { CODES } from '../codes.ts';

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** The value copied into fresh arrays and objects, or the first thing that no JSON value may hold. */
export type Fresh = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issue: Issue };

/**
 * Copies a JSON value before any schema sees it: refuses reserved keys, more than `maxDepth` levels, and what is no JSON.
 * An empty list gets a key of its own, for schema libraries read a list as an object: `[]` would pass as `{}`.
 */
export function freshJson(input: unknown, maxDepth: number): Fresh {
  let issue: Issue | undefined;
  const fail = (code: 'forbidden_key' | 'too_deep' | 'wrong_type', path: string): void => {
    issue = issue ?? { code, path, message: CODES[code] };
  };
  const copy = (value: unknown, path: string, depth: number): unknown => {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value !== 'object') return fail('wrong_type', path);
    if (depth === maxDepth) return fail('too_deep', path);
    if (Array.isArray(value)) {
      const list = value.map((item, index) => copy(item, `${path}[${index}]`, depth + 1));
      return list.length ? list : Object.assign(list, { '[]': true });
    }
    const out: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const at = path ? `${path}.${key}` : key;
      const item = (value as Record<string, unknown>)[key];
      if (FORBIDDEN.includes(key)) fail('forbidden_key', at);
      else if (item !== undefined) out[key] = copy(item, at, depth + 1);
    }
    return out;
  };
  const value = copy(input, '', 0);
  return issue ? { ok: false, issue } : { ok: true, value };
}
