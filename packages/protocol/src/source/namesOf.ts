import { COMMERCE_EVENTS } from '../events.ts';
import { FEATURES, type FeatureRow } from '../features.ts';
import { PAGE_TYPES } from '../pageTypes.ts';
import { clausesOf } from './clausesOf.ts';
import type { ConfigSource } from './configuration.ts';

/** What the parts of a configuration may refer to. */
export interface Names {
  /** The site's default language. */
  readonly locale: string;
  /** Page ids, and page types as `type:checkout`. */
  readonly pages: ReadonlySet<string>;
  readonly signals: ReadonlySet<string>;
  /** What may count as progress: signals and commerce events. */
  readonly facts: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly offers: ReadonlySet<string>;
  /** Type of each feature that is built in or declared. */
  readonly features: ReadonlyMap<string, FeatureRow['type']>;
  /** Every selector that clauses and signals watch. */
  readonly targets: ReadonlySet<string>;
}

/** Collects the names of a configuration. */
export function namesOf(source: ConfigSource): Names {
  const signals = new Set(source.signals?.map(({ id }) => id));
  const types = PAGE_TYPES.map((type) => `type:${type}`);
  const built = (FEATURES as readonly FeatureRow[]).map(({ name, type }) => [name, type] as const);
  const declared = Object.entries(source.features ?? {}).map(([name, { type }]) => [`x.${name}`, type] as const);
  return {
    locale: source.site?.locale ?? 'en',
    pages: new Set([...(source.pages?.map(({ id }) => id) ?? []), ...types]),
    signals,
    facts: new Set([...signals, ...Object.keys(COMMERCE_EVENTS)]),
    groups: new Set(Object.keys(source.groups ?? {})),
    offers: new Set(Object.keys(source.offers ?? {})),
    features: new Map([...built, ...declared]),
    targets: new Set(targetsOf(source)),
  };
}

/** Every selector of live, shadow and other campaigns and of signals, in the order of the file. */
export function targetsOf({ signals = [], campaigns = [] }: ConfigSource): string[] {
  const watched = campaigns.flatMap(({ trigger }) => clausesOf(trigger).map(({ clause }) => clause as { readonly target?: string }));
  return [...signals as readonly { readonly target?: string }[], ...watched].flatMap(({ target }) => target ?? []);
}
