import { COMMERCE_EVENTS, FEATURES, LOSSES, PAGE_TYPES, type Summary } from '@tactful/protocol';
import type { SiteNames } from '../store/SiteNames.ts';

/** What a summary of a site may speak of. */
export interface Known {
  readonly pages: ReadonlySet<string>;
  readonly signals: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly campaigns: ReadonlyMap<string, ReadonlySet<string>>;
}

const INTENTS = new Set(FEATURES.flatMap(({ name }) => (name.startsWith('intent.') ? [name.slice('intent.'.length)] : [])));
const REASONS = new Set<string>(LOSSES);
/** As many as a summary may count under one name. */
const MOST = 1_000_000_000;

/** Closed lists of the contract, and the names that the site published. */
export const knownOf = ({ pages, signals, events, campaigns }: SiteNames): Known => ({
  pages: new Set([...PAGE_TYPES, ...pages]), signals: new Set(signals), events: new Set([...Object.keys(COMMERCE_EVENTS), ...events]),
  // The campaign's own message is the variant without a name.
  campaigns: new Map(campaigns.map(([id, variants]) => [id, new Set(['', ...variants])])),
});

/**
 * A summary without what no published configuration of the site names: a device may run an older or newer one, or be made up.
 * The rest stands; what went is counted under `loss.unknown`.
 * @param known.user whose it is, where the edge itself said so; a summary's own word alone is dropped
 */
export function keepKnown(summary: Summary, { pages, signals, events, campaigns, user }: Known & { readonly user?: string | undefined }): Summary {
  let gone = 0;
  const drop = (kept: boolean, n = 1): boolean => {
    if (!kept) gone += n;
    return kept;
  };
  const named = <T>(record: Readonly<Record<string, T>>, names: { has(name: string): boolean }): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => drop(names.has(name))));
  // No site can opt in to items yet.
  const { items = [], user: said, ...rest } = summary;
  drop(items.length === 0, items.length);
  drop(said === undefined || user !== undefined);
  const kept = {
    ...rest, ...(user === undefined ? {} : { user }),
    pages: named(summary.pages, pages), signals: named(summary.signals, signals), intents: named(summary.intents, INTENTS), gates: named(summary.gates, campaigns),
    exposures: summary.exposures.filter(({ campaign, variant }) => drop(campaigns.get(campaign)?.has(variant) === true)),
    goals: summary.goals.filter(({ event }) => drop(events.has(event))),
    loss: Object.fromEntries(Object.entries(summary.loss).filter(([reason, n]) => drop(REASONS.has(reason), n))),
  };
  return gone === 0 ? kept : { ...kept, loss: { ...kept.loss, unknown: Math.min((kept.loss['unknown'] ?? 0) + gone, MOST) } };
}
