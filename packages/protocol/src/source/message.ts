import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { id, localText, locale, text, url } from './atoms.ts';

const LABEL = { label: localText };

const link = v.strictObject({ kind: v.literal('link'), ...LABEL, url });
const handoff = v.pipe(
  v.strictObject({ kind: v.literal('handoff'), ...LABEL, to: v.picklist(['request', 'link', 'webhook']), url: v.exactOptional(url) }),
  v.check((value) => value.to !== 'link' || value.url !== undefined, 'missing'),
);
const event = v.strictObject({ kind: v.literal('event'), ...LABEL, name: id });

/** What a press of the button does. */
export const action = v.variant('kind', [
  link,
  v.strictObject({ kind: v.literal('apply_offer'), ...LABEL }),
  v.strictObject({ kind: v.literal('chat'), ...LABEL }),
  handoff,
  event,
]);
export type ActionSource = v.InferOutput<typeof action>;

/** The merchant's own file; `captions` is one WebVTT file for each language. */
export const video = v.strictObject({ src: url, poster: v.exactOptional(url), captions: v.exactOptional(v.record(locale, url)) });
export type VideoSource = v.InferOutput<typeof video>;

const reply = v.strictObject({ label: localText, next: v.exactOptional(id), action: v.exactOptional(action) });
const step = v.strictObject({
  id, say: localText, video: v.exactOptional(video),
  replies: v.exactOptional(v.pipe(v.array(reply), v.maxLength(LIMITS.replies))),
});
export type ChatStepSource = v.InferOutput<typeof step>;

const answers = v.pipe(v.array(v.strictObject({ id, label: localText })), v.minLength(2), v.maxLength(LIMITS.answers));
const question = v.variant('kind', [
  v.strictObject({ id, kind: v.literal('single'), ask: localText, answers }),
  v.strictObject({ id, kind: v.literal('multiple'), ask: localText, answers }),
  v.strictObject({ id, kind: v.literal('scale'), ask: localText, scale: v.picklist(['0-10', '1-5']), low: v.exactOptional(localText), high: v.exactOptional(localText) }),
]);
export type QuestionSource = v.InferOutput<typeof question>;

const phrasings = v.pipe(v.array(text), v.minLength(1), v.maxLength(LIMITS.phrasings));
/** One answer of the site's, and the ways in which visitors ask for it. */
export const faq = v.strictObject({
  id, q: localText, also: v.exactOptional(v.record(locale, phrasings)), a: localText, action: v.exactOptional(v.variant('kind', [link, handoff, event])),
});
export type FaqSource = v.InferOutput<typeof faq>;

const EXTRAS = {
  body: v.exactOptional(localText),
  offer: v.exactOptional(id),
  action: v.exactOptional(action),
  video: v.exactOptional(video),
  chat: v.exactOptional(v.pipe(v.array(step), v.minLength(1), v.maxLength(LIMITS.chatSteps))),
  survey: v.exactOptional(v.pipe(v.array(question), v.minLength(1), v.maxLength(LIMITS.questions))),
};
const kind = v.picklist(['chat', 'card', 'coupon', 'video', 'banner', 'survey']);

/** What is shown. A coupon names its offer, a video its file, a chat its steps, a survey its questions. */
export const message = v.strictObject({ kind, title: localText, ...EXTRAS });
export type MessageSource = v.InferOutput<typeof message>;

/** The fields of the campaign's message that a variant replaces. */
export const variant = v.strictObject({
  id, weight: v.exactOptional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1_000))),
  message: v.strictObject({ kind: v.exactOptional(kind), title: v.exactOptional(localText), ...EXTRAS }),
});
export type VariantSource = v.InferOutput<typeof variant>;
