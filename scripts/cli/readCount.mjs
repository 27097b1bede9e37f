/**
 * The whole number that an option was given.
 * @throws Error that names the option, the value and the range.
 */
export function readCount(text, { name, least = 1, most = Number.MAX_SAFE_INTEGER }) {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least && count <= most) return count;
  throw new Error(`${name} takes a whole number ${most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`}; it is "${text}".`);
}
