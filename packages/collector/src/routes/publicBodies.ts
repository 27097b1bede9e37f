import { envelopeSchema, LIMITS, summarySchema, type ClaimBody, type RedemptionBody, type RequestBody } from '@tactful/protocol';
import * as v from 'valibot';
import { bodyRule } from './bodyRule.ts';

const CONTACT_CHARS = 254, TEXT_CHARS = 2_000, ORDER_CHARS = 128, CODE_CHARS = 80;

/** A random name that the device drew. At least 16 characters: what makes a write idempotent must not be guessed. */
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, 'bad_id'));
const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'bad_id'));
const name = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/, 'bad_id'));
const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'bad_currency'));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));
const tally = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const span = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

const claim = v.strictObject({ id: key, visitor: v.exactOptional(token) });
const redemption = v.strictObject({
  code: v.pipe(text(CODE_CHARS), v.nonEmpty()),
  orderId: v.pipe(text(ORDER_CHARS), v.nonEmpty()),
  value: v.exactOptional(amount), discount: v.exactOptional(amount), currency: v.exactOptional(currency),
});
const shared = v.strictObject({
  pages: v.pipe(v.record(name, v.strictObject({ views: tally, activeMs: span })), v.maxEntries(LIMITS.pages)),
  cart: v.strictObject({ value: v.exactOptional(v.number()), currency: v.exactOptional(currency), items: tally }),
  errors: tally, formErrors: tally,
  tried: v.pipe(v.array(name), v.maxLength(LIMITS.exposures)),
});
const request = v.strictObject({
  id: key, name: text(100), contact: v.pipe(text(CONTACT_CHARS), v.nonEmpty()), text: text(TEXT_CHARS), locale: text(35),
  campaign: v.exactOptional(name), shared: v.exactOptional(shared),
});

const envelope = bodyRule(v.strictObject({ ...envelopeSchema.entries, sessions: v.array(summarySchema) }) as v.GenericSchema<unknown, unknown>);

/** Bodies that pages and shops send. */
export const publicBodies = {
  summaries: envelope.schema,
  claim: bodyRule<ClaimBody>(claim), redemption: bodyRule<RedemptionBody>(redemption), request: bodyRule<RequestBody>(request),
};
