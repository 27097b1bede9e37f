import type { DeviceFaq } from '../DeviceFaq.ts';
import { pickLocale } from '../locale.ts';
import type { FaqSource } from '../source/message.ts';
import type { Locale } from '../units.ts';
import { localizeAction } from './localizeMessage.ts';

/** One answer in the first language of the chain that it has; other phrasings of its question in the same way. */
export function localizeFaq({ id, q, also = {}, a, action }: FaqSource, chain: readonly Locale[]): DeviceFaq {
  const pick = (text: Readonly<Record<string, string>>): string => pickLocale(chain, text) ?? '';
  const phrasings = pickLocale(chain, also);
  return { id, q: pick(q), ...(phrasings && { also: phrasings }), a: pick(a), ...(action && { action: localizeAction(action, pick) }) };
}
