/** Every unit that JSON wants escaped, quote and backslash among it, and surrogates: alone UTF-8 cannot carry them. */
const ODD = /[\u0000-\u001f"\\\ud800-\udfff]/g;

/**
 * Plain data as JSON, without the host's hands in it: `JSON.stringify` obeys a `toJSON` that an old library laid on
 * `Array.prototype`, also from within a fresh iframe.
 */
export function writeJson(value: unknown): string {
  if (typeof value == 'string') {
    return '"' + (value.search(ODD) < 0 ? value : value.replace(ODD, (unit) => '\\u' + ('000' + unit.charCodeAt(0).toString(16)).slice(-4))) + '"';
  }
  if (!value || typeof value != 'object') return typeof value == 'boolean' || Number.isFinite(value) ? String(value) : 'null';
  // Nothing is cut off what was written: that would copy all of it on every level.
  let out = '', comma = '';
  if (Array.isArray(value)) {
    for (const item of value) {
      out += comma + writeJson(item);
      comma = ',';
    }
    return '[' + out + ']';
  }
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined) continue;
    out += comma + writeJson(key) + ':' + writeJson(item);
    comma = ',';
  }
  return '{' + out + '}';
}
