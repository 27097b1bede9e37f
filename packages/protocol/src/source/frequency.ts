import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { count, duration, wait } from './atoms.ts';

const YEAR = 366 * 86_400_000;
/** What is counted once and for all, and what is counted by impressions that are remembered, of which there are so many. */
const cap = v.exactOptional(count(1, 1_000));
const recent = count(1, LIMITS.impressions);
const after = v.exactOptional(wait);

/**
 * Caps and waits of a campaign, a group or the whole site. What is missing does not limit.
 * `page`: per visit of a page; `session`; `lifetime`: of the visitor's id; `custom`: rolling windows; `cooldown`: after any
 * impression; `after`: after an outcome.
 */
export const frequency = v.strictObject({
  page: cap, session: v.exactOptional(recent), lifetime: cap,
  custom: v.exactOptional(v.pipe(v.array(v.strictObject({ cap: recent, period: duration(1_000, YEAR) })), v.minLength(1), v.maxLength(LIMITS.windows))),
  cooldown: v.exactOptional(wait),
  after: v.exactOptional(v.strictObject({ ignore: after, dismiss: after, click: after, convert: after })),
});
export type FrequencySource = v.InferOutput<typeof frequency>;
