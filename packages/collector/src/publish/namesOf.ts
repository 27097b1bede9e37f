import { LIMITS, type Compiled } from '@tactful/protocol';
import type { SiteNames } from '../store/SiteNames.ts';

/** Names kept of each kind, the latest first: those of one configuration always, and as many of earlier ones. Bounds the cells of a site's rollups. */
export const KNOWN_NAMES = 2 * LIMITS.liveCampaigns;
const KNOWN_VARIANTS = 2 * LIMITS.variants;

const both = (now: readonly string[], before: readonly string[] = [], max: number = KNOWN_NAMES): readonly string[] => [...new Set([...now, ...before])].slice(0, max);

/** The names of a compiled configuration, before those that were there already. */
export function namesOf({ device: { pages, signals, campaigns } }: Pick<Compiled, 'device'>, before?: SiteNames): SiteNames {
  const variants = new Map(before?.campaigns);
  const present = campaigns.map(({ id, variants: own = [] }) => [id, both(own.map((variant) => variant.id), variants.get(id), KNOWN_VARIANTS)] as const);
  return {
    pages: both(pages.map(({ id }) => id), before?.pages),
    signals: both(signals.map(({ id }) => id), before?.signals),
    events: both(campaigns.flatMap(({ goal }) => goal?.event ?? []), before?.events),
    campaigns: [...new Map([...present, ...[...variants].filter(([id]) => !campaigns.some((one) => one.id === id))])].slice(0, KNOWN_NAMES),
  };
}
