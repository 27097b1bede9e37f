import { CLAUSES, type ClauseRow } from '../clauses.ts';
import type { DeviceConfig } from '../device.ts';
import { FEATURES, type FeatureRow } from '../features.ts';
import type { CampaignSource } from '../source/campaign.ts';
import { clausesOf } from '../source/clausesOf.ts';
import { comparisonsOf } from '../source/condition.ts';

const FINE_CLAUSES = new Set<string>((CLAUSES as readonly ClauseRow[]).filter(({ fine }) => fine).map(({ kind }) => kind));
const FINE_FEATURES = new Set<string>((FEATURES as readonly FeatureRow[]).filter(({ name, missing }) => name.startsWith('intent.') || missing.includes('finer senses')).map(({ name }) => name));

/**
 * By what a page is told that a shop, or another vocabulary than GA4's, speaks there: globals, and one selector for what stands in
 * the document.
 */
export const SHOP_MARKS: readonly string[] = [
  'Shopify', 'Shopline', 'themeEventCenter', '_hmt', '_paq', 'analytics', 'sensors', 'sensorsDataAnalytic201505', 'gdp', 'gio',
  'body[class*=woocommerce],[data-tactful-event],[data-tactful-cart-value],[itemtype*="schema.org"],[type="application/ld+json"]',
];

/** The page's further files that these campaigns want. `sense`: a clause or a condition names what only the finer senses tell, or there is a model. `shop`: wherever it is. */
export function compileParts(campaigns: readonly CampaignSource[], scored: boolean): NonNullable<DeviceConfig['parts']> {
  const sense = scored || campaigns.some(({ trigger, conditions }) => clausesOf(trigger).some(({ clause }) => FINE_CLAUSES.has(clause.on))
    || conditions && comparisonsOf(conditions, '').some(({ comparison }) => FINE_FEATURES.has(comparison.feature)));
  return { ...(sense && { sense: [] }), shop: SHOP_MARKS };
}
