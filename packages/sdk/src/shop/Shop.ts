import type { Core } from '../core.ts';
import type { Scope } from '../scope.ts';

/** Properties of an event as a vendor writes them. */
export type Raw = Readonly<Record<string, any>>;

/** A cart as it now stands. */
export interface CartNow { readonly value?: number | undefined; readonly items?: number | undefined; readonly currency?: string | undefined }

/** What each vocabulary is handed. */
export interface Shop {
  readonly core: Core;
  /** Ends with the page or `destroy()`. */
  readonly scope: Scope;
  /** An event under its vendor's name, or GA4's. `source` is who says so: of two that tell the same at once, one is heard. */
  tell(source: string, name: string, props?: Raw): void;
  /** The cart as a whole. `changed`: it grew or shrank by what differs from what is known. */
  cart(source: string, cart: CartNow, changed?: boolean): void;
  /** Words that may tell the type of a page that nothing else named. */
  hint(words: string): void;
}

/** Starts to listen to one vocabulary. Answers what looks for that which comes late. */
export type StartVocabulary = (shop: Shop) => ((anew?: boolean) => void) | void;
