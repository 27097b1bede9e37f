import type { CampaignSource } from '../source/campaign.ts';
import type { ConfigSource } from '../source/configuration.ts';
import type { Locale } from '../units.ts';

/**
 * Languages in which a site speaks: those of its campaigns' titles, of its answers and of its own widget texts, the default
 * among them. A visitor is met in one of these, never in a language that only the widget's buttons know.
 */
export function localesOf({ site, texts = {}, faq = [] }: ConfigSource, campaigns: readonly CampaignSource[]): Locale[] {
  const written = [...campaigns.map(({ message }) => message.title), ...faq.map(({ q }) => q), ...Object.values(texts)];
  return [...new Set([site?.locale ?? 'en', ...written.flatMap((text) => Object.keys(text))])].sort();
}
