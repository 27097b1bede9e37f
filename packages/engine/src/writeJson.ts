/**
 * Plain data as JSON, without the host's hands in it: `JSON.stringify` obeys a `toJSON` that an old library laid on
 * `Array.prototype`, also from within a fresh iframe.
 */
export function writeJson(value: unknown): string {
  if (typeof value == 'string') {
    // Every unit that JSON wants escaped, quote and backslash among it, and lone surrogates, which UTF-8 cannot carry.
    return '"' + value.replace(/[\u0000-\u001f"\\\ud800-\udfff]/g, (unit) => '\\u' + ('000' + unit.charCodeAt(0).toString(16)).slice(-4)) + '"';
  }
  if (!value || typeof value != 'object') return typeof value == 'boolean' || Number.isFinite(value) ? String(value) : 'null';
  let out = '';
  if (Array.isArray(value)) {
    for (const item of value) out += ',' + writeJson(item);
    return '[' + out.slice(1) + ']';
  }
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) out += ',' + writeJson(key) + ':' + writeJson(item);
  }
  return '{' + out.slice(1) + '}';
}
