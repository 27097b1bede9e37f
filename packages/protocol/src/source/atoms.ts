import * as v from 'valibot';
import { parseDuration, parseWait } from '../duration.ts';
import { LIMITS } from '../limits.ts';
import { isLocale } from '../locale.ts';
import { isSelector } from './isSelector.ts';
import { isUrl } from './isUrl.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/;

/** A name made by the merchant. Names that every object already has are refused: they end up as keys. */
export const id = v.pipe(v.string(), v.check((text) => text.length <= LIMITS.idChars && ID.test(text) && !(text in Object.prototype), 'bad_id'));

/** Control characters but tab and line feed, marks that override the direction of writing, and halves of a letter. */
const UNWRITTEN = /[\0-\x08\x0b-\x1f\x7f\u202d\u202e]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const written = v.check((value: string) => !UNWRITTEN.test(value), 'bad_text');

/** Free text of one language. */
export const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LIMITS.textChars), written);

/** A name that people and their systems write: an event as the shop calls it, a campaign's title in the console. */
export const label = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LIMITS.idChars), written);

export const locale = v.pipe(v.string(), v.check(isLocale, 'bad_locale'));

/** A text in every language that the author wrote. Which of them must be there is checked with the whole configuration. */
export const localText = v.pipe(v.record(locale, text), v.minEntries(1));
export type LocalText = Readonly<Record<string, string>>;

/** `10s`, from `min` to `max` milliseconds. */
export const duration = (min: number, max: number) => v.pipe(
  v.string('bad_duration'),
  v.check((value) => parseDuration(value) !== undefined, 'bad_duration'),
  v.check((value) => inRange(parseDuration(value), min, max), 'out_of_range'),
);

/** A duration or `forever`. */
export const wait = v.pipe(v.string('bad_duration'), v.check((value) => parseWait(value) !== undefined, 'bad_duration'));

/** A whole number. */
export const count = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const number = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));

/** The message of a schema that refuses, with a code of its own, what is planned and does nothing yet. */
export const notYet = (planned: unknown) => ({ input }: v.BaseIssue<unknown>): string => (input === planned ? 'unsupported' : '');

/** 0 to 1. */
export const share = number(0, 1);

/** `https`, `mailto`, `tel`, or a path of the same origin. */
export const url = v.pipe(v.string(), v.maxLength(LIMITS.urlChars), v.check(isUrl, 'bad_url'));

export const selector = v.pipe(v.string(), v.maxLength(LIMITS.selectorChars), v.check(isSelector, 'bad_selector'));

export const scalar = v.lazy((value) => (typeof value === 'number' ? v.number() : typeof value === 'boolean' ? v.boolean() : shortText));
const shortText = v.pipe(v.string(), v.maxLength(LIMITS.textChars));

function inRange(value: number | undefined, min: number, max: number): boolean {
  // What is no duration already has its own code.
  return value === undefined || (value >= min && value <= max);
}
