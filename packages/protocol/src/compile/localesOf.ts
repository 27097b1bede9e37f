import type { LocalText } from '../source/atoms.ts';
import type { CampaignSource } from '../source/campaign.ts';
import type { Locale } from '../units.ts';

/**
 * Languages in which a site speaks: those of its campaigns' titles and of its own widget texts, the default among them. A
 * visitor is met in one of these, never in a language that only the widget's buttons know.
 */
export function localesOf(campaigns: readonly CampaignSource[], texts: Readonly<Record<string, LocalText>>, fallback: Locale): Locale[] {
  const written = [...campaigns.map(({ message }) => message.title), ...Object.values(texts)];
  return [...new Set([fallback, ...written.flatMap((text) => Object.keys(text))])].sort();
}
