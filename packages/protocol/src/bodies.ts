import * as v from 'valibot';
import type { RedemptionBody } from './admin.ts';
import type { ClaimBody, RequestBody } from './asked.ts';
import { amount, at, currency, listOf, name, named, span, tally, token } from './intake/atoms.ts';
import { LIMITS } from './limits.ts';
import type { UserEvent } from './profile.ts';

const words = (max: number) => v.pipe(v.string(), v.maxLength(max));
const filled = (max: number) => v.pipe(words(max), v.check((text) => text.trim() !== '', 'empty'));

/** A random name that the device drew. At least 16 characters: what makes a write idempotent must not be guessed. */
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, 'bad_id'));

/** What a shop's own system wrote: any text of one line. */
const line = (max: number) => v.pipe(filled(max), v.regex(/^\P{Cc}*$/u, 'bad_id'));

/** What a visitor agreed to share with a person. */
const shared = v.strictObject({
  pages: named(v.strictObject({ views: tally, activeMs: span }), LIMITS.pages),
  cart: v.strictObject({ value: v.exactOptional(amount), currency: v.exactOptional(currency), items: amount }),
  errors: tally, formErrors: tally, tried: listOf(name, LIMITS.chatSteps),
});

/**
 * Body of `POST /v1/requests`: the one place where the visitor's own words arrive. The language is the page's word for it, as
 * it stands: nobody's request is refused for that.
 */
export const requestSchema: v.GenericSchema<unknown, RequestBody> = v.strictObject({
  id: key, name: words(LIMITS.nameChars), contact: filled(LIMITS.contactChars), text: words(LIMITS.requestChars),
  locale: words(LIMITS.localeChars), campaign: v.exactOptional(name), shared: v.exactOptional(shared),
});

/** Body of `POST /v1/offers/:id/claims`. */
export const claimSchema: v.GenericSchema<unknown, ClaimBody> = v.strictObject({ id: key, visitor: v.exactOptional(token) });

/** Money that is given, never taken back. */
const sum = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));

/** Body of `POST /v1/offers/:id/redemptions`: the code as it was typed, the order under the shop's own number. */
export const redemptionSchema: v.GenericSchema<unknown, RedemptionBody> = v.strictObject({
  code: line(LIMITS.codeChars), orderId: line(LIMITS.orderChars),
  value: v.exactOptional(sum), discount: v.exactOptional(sum), currency: v.exactOptional(currency), hold: v.exactOptional(v.boolean()),
});

/** The shop's own id of a user: one word, and no address. */
export const userSchema = v.pipe(v.string(), v.regex(/^[^\s@\p{Cc}]+$/u, 'bad_user'), v.maxLength(LIMITS.userChars));

const attribute = v.nullable(v.union([v.pipe(v.string(), v.maxLength(LIMITS.attributeChars)), v.pipe(v.number(), v.finite()), v.boolean()]));

/** One entry of `POST /v1/events`. */
export const userEventSchema: v.GenericSchema<unknown, UserEvent> = v.pipe(
  v.strictObject({
    id: line(LIMITS.orderChars), user: userSchema, at: v.exactOptional(at), name: v.exactOptional(name),
    props: v.exactOptional(v.strictObject({ value: v.exactOptional(amount), currency: v.exactOptional(currency), transaction_id: v.exactOptional(line(LIMITS.orderChars)) })),
    attributes: v.exactOptional(named(attribute, LIMITS.attributes)),
  }),
  v.check(({ name, attributes }) => name !== undefined || attributes !== undefined, 'missing'),
);

/** Body of `POST /v1/events`, its entries not looked at yet. */
export const eventsSchema = v.strictObject({ events: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(LIMITS.userEvents)) });
