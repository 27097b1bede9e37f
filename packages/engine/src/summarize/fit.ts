import type { Bytes } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Tallies } from '../state.ts';

/** UTF-8 bytes of a value as JSON, at most: whatever is not ASCII counts as three. */
const size = (value: unknown): Bytes => JSON.stringify(value).replace(/[^\0-\x7f]/g, '...').length;

/**
 * Makes a copy fit: as long as it is too large, its largest part (a list or a record) loses the older half, and the
 * number of entries that went is counted under `loss.trimmed`.
 */
export function fit<Body extends { loss: Tallies }>(body: Body, parts: readonly (keyof Body)[], limit: Bytes): Body {
  while (size(body) > limit) {
    const part = parts.reduce((one, other) => (size(body[other]) > size(body[one]) ? other : one));
    const whole = body[part];
    const keys = Object.keys(whole as object);
    const gone = Math.ceil(keys.length / 2);
    // Nothing is left that may go.
    if (!gone) return body;
    body.loss = { ...body.loss };
    bump(body.loss, 'trimmed', gone);
    body[part] = (Array.isArray(whole) ? whole.slice(gone) : Object.fromEntries(keys.slice(gone).map((key) => [key, (whole as Record<string, unknown>)[key]]))) as Body[typeof part];
  }
  return body;
}
