import * as v from 'valibot';
import { count, duration, number } from './atoms.ts';

const YEAR = 366 * 86_400_000;
const MONEY = 1_000_000_000;

/** `2026-12-01T00:00Z`, `2026-12-01T00:00+08:00`: a moment, so with an offset. */
function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * A coupon with a budget. `public`: one code for all; `pool`: codes uploaded by the shop, each given once; `minted`: made
 * at the edge. `until`: nothing is given or redeemed from then on; `validFor`: how long one code is good for; a public
 * one is good until `until`. `spend`: what the codes may take off in all, in the site's currency, and `worth`: what one
 * takes off at most, which is set aside for each that is given.
 */
export const offer = v.pipe(
  v.strictObject({
    mode: v.picklist(['public', 'pool', 'minted']),
    budget: count(1, 1_000_000_000),
    code: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'bad_id'))),
    until: v.exactOptional(v.pipe(v.string('bad_time'), v.check(isMoment, 'bad_time'))),
    validFor: v.exactOptional(duration(60_000, YEAR)),
    spend: v.exactOptional(number(0, MONEY)),
    worth: v.exactOptional(number(0, MONEY)),
  }),
  v.check((value) => value.mode !== 'public' || value.code !== undefined, 'missing'),
  v.check((value) => value.mode === 'public' || value.code === undefined, 'ambiguous'),
  v.check((value) => value.spend === undefined || value.worth !== undefined, 'missing'),
);
export type OfferSource = v.InferOutput<typeof offer>;
