import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { PAGE_TYPES } from '../pageTypes.ts';
import { campaign } from './campaign.ts';
import { id, label, locale, localText, notYet, number, selector, share } from './atoms.ts';
import { faq } from './message.ts';
import { frequency } from './frequency.ts';
import { isPattern } from './isPattern.ts';
import { offer } from './offer.ts';
import { opaque } from './opaque.ts';

const many = <T extends v.GenericSchema>(schema: T, max: number) => v.exactOptional(v.pipe(v.array(schema), v.maxLength(max)));
const pattern = v.pipe(v.string(), v.maxLength(LIMITS.patternChars), v.check(isPattern, 'bad_pattern'));
const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'bad_currency'));

/** A named place; the first page of the list with a pattern that matches is the page. */
const page = v.strictObject({
  id,
  match: v.pipe(v.array(pattern), v.minLength(1), v.maxLength(LIMITS.patternsPerPage)),
  type: v.exactOptional(v.picklist(PAGE_TYPES)),
  progress: v.exactOptional(v.pipe(v.array(id), v.maxLength(LIMITS.listItems))),
});
export type PageSource = v.InferOutput<typeof page>;

/** A derived fact that the merchant names. */
const signal = v.variant('on', [
  v.strictObject({ id, on: v.literal('click'), target: selector, page: v.exactOptional(label) }),
  v.strictObject({ id, on: v.literal('visible'), target: selector, page: v.exactOptional(label) }),
  v.strictObject({ id, on: v.literal('event'), name: label, page: v.exactOptional(label) }),
]);
export type SignalSource = v.InferOutput<typeof signal>;

/** A feature of the merchant's own, set by `setAttributes()`; conditions read it as `x.<name>`. Never summarized. */
const feature = v.variant('type', [
  v.strictObject({ type: v.literal('number'), unit: v.exactOptional(label), min: v.exactOptional(number(-1e12, 1e12)), max: v.exactOptional(number(-1e12, 1e12)) }),
  v.strictObject({ type: v.picklist(['text', 'boolean']) }),
]);

/** The configuration of one site, as authors write it and files hold it. */
export const configuration = v.strictObject({
  v: v.literal(1, 'bad_version'),
  site: v.exactOptional(v.strictObject({
    locale: v.exactOptional(locale),
    currency: v.exactOptional(currency),
    items: v.exactOptional(v.literal(false, notYet(true))),
    shipBeforeConsent: v.exactOptional(v.literal(false, notYet(true))),
  })),
  pages: many(page, LIMITS.pages),
  signals: many(signal, LIMITS.signals),
  features: v.exactOptional(v.pipe(v.record(id, feature), v.maxEntries(LIMITS.features))),
  events: v.exactOptional(v.pipe(v.record(label, id), v.maxEntries(LIMITS.events))),
  sources: many(v.pipe(v.string(), v.regex(/^[A-Za-z_$][\w$]{0,63}$/, 'bad_id')), LIMITS.sources),
  campaigns: many(opaque(campaign), LIMITS.campaigns),
  groups: v.exactOptional(v.pipe(v.record(id, frequency), v.maxEntries(LIMITS.groups))),
  frequency: v.exactOptional(frequency),
  holdout: v.exactOptional(share),
  model: v.exactOptional(v.picklist(['expert', 'learned'])),
  fairness: v.exactOptional(v.picklist(['strict', 'open'])),
  offers: v.exactOptional(v.pipe(v.record(id, offer), v.maxEntries(LIMITS.offers))),
  faq: many(faq, LIMITS.faq),
  texts: v.exactOptional(v.record(id, localText)),
  halt: v.exactOptional(v.boolean()),
});
export type ConfigSource = v.InferOutput<typeof configuration>;

