import * as v from 'valibot';
import type { ClaimBody, RedemptionBody, RequestBody } from './admin.ts';
import type { Parsed } from './errors.ts';
import { amount, currency, listOf, locale, name, named, span, tally, token } from './intake/atoms.ts';
import { LIMITS } from './limits.ts';
import { parseWith } from './source/parseWith.ts';

const words = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** What a visitor agreed to share with a person. */
const sharedSchema = v.strictObject({
  pages: named(v.strictObject({ views: tally, activeMs: span }), LIMITS.pages),
  cart: v.strictObject({ value: v.exactOptional(amount), currency: v.exactOptional(currency), items: amount }),
  errors: tally, formErrors: tally, tried: listOf(name, LIMITS.listItems),
});

/** Body of `POST /v1/requests`: the one place where the visitor's own words arrive. */
export const requestSchema = v.strictObject({
  id: token, name: words(LIMITS.contactChars), contact: v.pipe(words(LIMITS.contactChars), v.check((text) => text.trim() !== '', 'empty')),
  text: words(LIMITS.requestChars), locale, campaign: v.exactOptional(name), shared: v.exactOptional(sharedSchema),
});

/** Body of `POST /v1/offers/:id/claims`. */
export const claimSchema = v.strictObject({ id: token, visitor: v.exactOptional(token) });

/** Body of `POST /v1/offers/:id/redemptions`. An order number is the shop's own, so any printable text. */
export const redemptionSchema = v.strictObject({
  code: v.pipe(v.string(), v.check((text) => /^[A-Za-z0-9_-]{1,64}$/.test(text), 'bad_id')),
  orderId: v.pipe(v.string(), v.check((text) => /^[\x21-\x7e]{1,64}$/.test(text), 'bad_id')),
  value: v.exactOptional(amount), discount: v.exactOptional(amount), currency: v.exactOptional(currency),
});

/** Each reads a JSON value; everything wrong comes with code and path. None throws. */
export const parseRequest = (input: unknown): Parsed<RequestBody> => parseWith<RequestBody>(requestSchema, input, LIMITS.bodyDepth);
export const parseClaim = (input: unknown): Parsed<ClaimBody> => parseWith<ClaimBody>(claimSchema, input, LIMITS.bodyDepth);
export const parseRedemption = (input: unknown): Parsed<RedemptionBody> => parseWith<RedemptionBody>(redemptionSchema, input, LIMITS.bodyDepth);
