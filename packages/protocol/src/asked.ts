/** What a page sends, and is answered, when the visitor asks for something: a person, or a coupon's code. */
import type { EpochMs } from './units.ts';

/** What a visitor agreed to share with a person: pages and counts, nothing typed. `tried`: steps of the chat. */
export interface SharedSummary {
  readonly pages: Readonly<Record<string, { readonly views: number; readonly activeMs: number }>>;
  readonly cart: { readonly value?: number; readonly currency?: string; readonly items: number };
  readonly errors: number; readonly formErrors: number; readonly tried: readonly string[];
}

/** Body of `POST /v1/requests`. `id` is random and makes it idempotent. */
export interface RequestBody {
  readonly id: string; readonly name: string; readonly contact: string; readonly text: string; readonly locale: string;
  readonly campaign?: string; readonly shared?: SharedSummary;
}
/** Body of `POST /v1/offers/:id/claims`. `id` is random, `visitor` absent without consent. */
export interface ClaimBody { readonly id: string; readonly visitor?: string }
/** Answer of a claim that was granted; without `expiresAt` the code lasts as long as its offer. */
export interface ClaimAnswer { readonly code: string; readonly expiresAt?: EpochMs }
