/** What a shop's servers tell of a user, and what a device of theirs is told. */
import type { EpochMs } from './units.ts';

/** What an attribute may be. */
export type AttributeValue = string | number | boolean;

/**
 * One entry of `POST /v1/events`: something that a user did elsewhere (`name`), what is known of them (`attributes`), or both. Repeating an `id` of
 * the same user changes nothing.
 */
export interface UserEvent {
  /** Random, or the sender's own number of it: 1 to 128 characters. */
  readonly id: string;
  /** The shop's own id of the user, as given to `identify()`; no address. */
  readonly user: string;
  /** When it was; default: now. At most 14 days ago, at most 5 minutes ahead. */
  readonly at?: EpochMs;
  /** An event of GA4's commerce, or the goal of a campaign. */
  readonly name?: string;
  /** Of an order: its value in units of `currency` (ISO 4217; default: the site's), and its number. One number is one conversion, wherever it is seen. */
  readonly props?: { readonly value?: number; readonly currency?: string; readonly transaction_id?: string };
  /** Features `user.<name>`; the latest by `at` holds, `null` takes one away. */
  readonly attributes?: Readonly<Record<string, AttributeValue | null>>;
}

/** Body of `POST /v1/events`: 1 to 20. */
export interface EventsBody { readonly events: readonly UserEvent[] }
/** Answer `202` of `POST /v1/events`: repeated ones are accepted, too. */
export interface EventsAnswer {
  readonly accepted: number;
  readonly rejected: readonly { readonly index: number; readonly code: string; readonly path: string }[];
}

/** Answer of `GET /v1/profile`, at most 1 KiB. Times are the server's. */
export interface ProfileAnswer {
  /** Says in summaries whose they are; good for this visitor alone. Absent where the visitor was erased. */
  readonly user?: string;
  /** Those that the published configuration names. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** What was shown on other devices, and which waits run, as the engine keeps it. */
  readonly caps: {
    readonly scopes: Readonly<Record<string, { readonly shown: readonly (readonly [at: EpochMs, session: string])[]; readonly lifetime: number; readonly waitUntil: EpochMs }>>;
    readonly arms: Readonly<Record<string, string>>;
    readonly optOut: boolean;
    /** Always 0: the device knows how late it is. */
    readonly latest: 0;
  };
}

/** A key that signs identities, as staff see it; the key itself is told once, when it is made. */
export interface IdentityKey { readonly id: string; readonly at: EpochMs }
