/** A span of time in milliseconds. */
export type Milliseconds = number;
/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;
/** A share or chance, 0 to 1 inclusive. */
export type Probability = number;
/** A number of bytes of UTF-8. */
export type Bytes = number;
/** A BCP 47 language tag, such as `zh-Hans`. */
export type Locale = string;

/** `forever`, as a wait: 8.64e15 ms, the largest span a `Date` can name, so that plain addition and comparison work. */
export const FOREVER: Milliseconds = 8.64e15;
