import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { isLocale } from '../locale.ts';

/**
 * The one kind of open string a summary may hold: a name. No slash, space, `@`, `%`, `?` or `=`: neither an address nor a
 * sentence nor an e-mail can be written with what is left.
 */
export const name = v.pipe(v.string(), v.check((text) => text.length <= LIMITS.idChars && /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/.test(text) && !(text in Object.prototype), 'bad_id'));

/** A name that the device itself drew: base64url or base 36. */
export const token = v.pipe(v.string(), v.check((text) => /^[A-Za-z0-9_-]{1,64}$/.test(text) && !(text in Object.prototype), 'bad_id'));

/** A version: `0.1.0`, a content hash, or nothing. */
export const version = v.pipe(v.string(), v.check((text) => /^[A-Za-z0-9_.+-]{0,64}$/.test(text), 'bad_id'));

export const locale = v.pipe(v.string(), v.check(isLocale, 'bad_locale'));
export const currency = v.pipe(v.string(), v.check((text) => /^[A-Z]{3}$/.test(text), 'bad_currency'));

/** Whole milliseconds of a span, at most ten years. */
export const span = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(315_576_000_000));

/** A moment; clocks that are years off still parse, for the server's own time decides. */
export const at = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/** How often something happened. */
export const tally = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));

/** A measured number. Refunds make money negative. */
export const amount = v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12));
export const chance = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Values under names, at most `max` of them. */
export const named = <T extends v.GenericSchema>(value: T, max: number) => v.pipe(v.record(name, value), v.maxEntries(max));
export const listOf = <T extends v.GenericSchema>(value: T, max: number) => v.pipe(v.array(value), v.maxLength(max));
