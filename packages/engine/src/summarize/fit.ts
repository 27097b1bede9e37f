import type { Bytes } from '@tactful/protocol';
import type { Tallies } from '../memory.ts';
import { add } from '../add.ts';
import { writeJson } from '../writeJson.ts';

/** UTF-8 bytes of a value as JSON, at most: whatever is not ASCII counts as three, what is escaped as six. */
const size = (value: unknown): Bytes => writeJson(value).replace(/[^\0-\x7f]/g, '...').length;

/**
 * Makes a copy fit: as long as it is too large, its largest part (a list or a record) loses the older half, and the
 * number of entries that went is added to `loss.trimmed`. With `Infinity` all fits.
 */
export function fit(body: object, loss: Tallies, parts: readonly string[], limit: Bytes): void {
  const fields = body as Record<string, object>;
  // To measure takes longer than all the rest of carrying.
  while (limit < Infinity && size(body) > limit) {
    const part = parts.reduce((one, other) => (size(fields[other]) > size(fields[one]) ? other : one));
    const whole = fields[part]!;
    const entries = Object.entries(whole);
    const gone = Math.ceil(entries.length / 2);
    // Nothing is left that may go.
    if (!gone) return;
    add(loss, 'trimmed', gone);
    const kept = entries.slice(gone);
    fields[part] = Array.isArray(whole) ? kept.map((entry) => entry[1]) : Object.fromEntries(kept);
  }
}
