/** Kinds of lines in a shop's log: a place was seen, an item was viewed, put into or taken out of the cart, clicked, bought. */
export const KINDS = ['page', 'view', 'add', 'remove', 'click', 'purchase'] as const;

/** What one line of a shop's log says. */
export interface LogEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: (typeof KINDS)[number];
  /** Price or revenue, where the log tells it. */
  readonly value?: number;
}

/** One visitor's events, oldest first. */
export interface LogSession { readonly id: string; readonly events: readonly LogEvent[] }

/** Turns lines into sessions; `end` gives what is still open when the log ends. */
export interface LogParser {
  /** @returns the sessions that are over with it; undefined where it says nothing that can be read */
  line(text: string): readonly LogSession[] | undefined;
  end(): readonly LogSession[];
}
