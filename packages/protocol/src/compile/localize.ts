import type { DeviceCampaign, DeviceConfig } from '../device.ts';
import { localeChain, pickLocale } from '../locale.ts';
import { TEXTS } from '../texts.ts';
import type { Locale } from '../units.ts';
import type { Compiled, CompiledCampaign } from './Compiled.ts';
import { CAMPAIGN_PRESETS } from './compileCampaign.ts';
import { localizeFaq } from './localizeFaq.ts';
import { localizeMessage, type Pick } from './localizeMessage.ts';
import { spokenLocale } from './spokenLocale.ts';

/**
 * A page's configuration: one language for all of it, chosen exact → script → language → the site's default → `en` from those
 * the site speaks; a single text that lacks it falls back the same way.
 * @param locale the visitor's language tag; anything else asks for the default.
 */
export function localize(compiled: Compiled, locale: string): DeviceConfig {
  const { device, defaultLocale, faq } = compiled;
  const spoken = spokenLocale(compiled, locale);
  const chain = localeChain(spoken, defaultLocale);
  const pick: Pick = (text) => pickLocale(chain, text) ?? '';
  return {
    ...device, locale: spoken, texts: textsOf(compiled, chain), campaigns: device.campaigns.map((campaign) => localizeCampaign(campaign, pick)),
    ...(faq && { faq: faq.map((entry) => localizeFaq(entry, chain)) }),
  };
}

function textsOf({ texts }: Compiled, chain: readonly Locale[]): Record<string, string> {
  const own = Object.entries(texts).flatMap(([key, text]) => {
    const found = pickLocale(chain, text);
    return found === undefined ? [] : [[key, found]];
  });
  return { ...(pickLocale(chain, TEXTS) ?? TEXTS.en), ...Object.fromEntries(own) };
}

function localizeCampaign({ message, variants, ...rest }: CompiledCampaign, pick: Pick): DeviceCampaign {
  const { kind, title, ...fields } = message;
  return {
    ...rest,
    message: { kind, title: pick(title), ...localizeMessage(fields, pick) },
    ...(variants && {
      variants: variants.map(({ id, weight = CAMPAIGN_PRESETS.weight, message: own }) => ({ id, weight, message: localizeMessage(own, pick) })),
    }),
  };
}
