/** Every unit that JSON wants escaped, quote and backslash among it, and surrogates: alone UTF-8 cannot carry them. */
const ODD = /[\u0000-\u001f"\\\ud800-\udfff]/g;

/**
 * Plain data as JSON, without the host's hands in it: `JSON.stringify` obeys a `toJSON` that an old library laid on
 * `Array.prototype`, also from within a fresh iframe.
 */
export function writeJson(value: unknown): string {
  if (typeof value == 'string') return '"' + value.replace(ODD, (unit) => '\\u' + ('000' + unit.charCodeAt(0).toString(16)).slice(-4)) + '"';
  if (!value || typeof value != 'object') return typeof value == 'boolean' || Number.isFinite(value) ? String(value) : 'null';
  if (Array.isArray(value)) return '[' + [...value].map(writeJson).join() + ']';
  const record = value as Record<string, unknown>;
  return '{' + Object.keys(record).filter((key) => record[key] !== undefined).map((key) => writeJson(key) + ':' + writeJson(record[key])).join() + '}';
}
