import type { Milliseconds, OfferTerms } from '@tactful/protocol';
import type { SiteNames } from './SiteNames.ts';

/** What intake, claims and reports need of a published configuration, read off its source once, at publishing. */
export interface SiteFacts {
  /** ISO 4217; sums are in it. */
  readonly currency?: string;
  /** The kill switch. */
  readonly halt: boolean;
  /** Goal of every campaign under `names`, so that a late exposure still finds its own. */
  readonly goals: Readonly<Record<string, { readonly event: string; readonly within: Milliseconds }>>;
  /** Control's share of every campaign under `names`, by the campaign's versions, the latest of them; a version before these were kept has none. */
  readonly controls: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly offers: Readonly<Record<string, OfferTerms>>;
  readonly names: SiteNames;
}
