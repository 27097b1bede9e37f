import type { DeviceCampaign, DeviceConfig } from '../device.ts';
import type { Milliseconds, EpochMs, Locale } from '../units.ts';
import type { LocalText } from '../source/atoms.ts';
import type { FaqSource, MessageSource, VariantSource } from '../source/message.ts';

/** A campaign whose texts still stand in every language. */
export type CompiledCampaign = Omit<DeviceCampaign, 'message' | 'variants'> & {
  readonly message: MessageSource;
  readonly variants?: readonly VariantSource[];
};

/** What the edge needs to give and redeem codes; never served to a page. */
export interface OfferTerms {
  readonly mode: 'public' | 'pool' | 'minted';
  readonly budget: number;
  readonly code?: string;
  readonly until?: EpochMs;
  readonly validFor?: Milliseconds;
  /** What the codes may take off in all, in the site's currency. */
  readonly spend?: number;
  /** What one code takes off at most; always there where `spend` is. */
  readonly worth?: number;
}

/** A published configuration in all its languages: what is stored; `localize` makes a page's configuration of it. JSON. */
export interface Compiled {
  readonly device: Omit<DeviceConfig, 'locale' | 'texts' | 'campaigns' | 'faq'> & { readonly campaigns: readonly CompiledCampaign[] };
  readonly defaultLocale: Locale;
  /** Languages in which the campaigns speak, the default among them. */
  readonly locales: readonly Locale[];
  /** What the chat answers. */
  readonly faq?: readonly FaqSource[];
  /** The site's own wording of the widget's texts. */
  readonly texts: Readonly<Record<string, LocalText>>;
  readonly offers: Readonly<Record<string, OfferTerms>>;
  /** Version and content hash of every campaign, drafts too: what the next publication compares with. */
  readonly versions: Readonly<Record<string, { readonly version: number; readonly hash: string }>>;
}
