import type { Permission } from '@tactful/engine';

/** The four states of the contract; see there for what each keeps and sends. */
export type Consent = 'granted' | 'functional' | 'pending' | 'denied';
/** What may show while nothing may be stored. */
export type WithoutConsent = 'none' | 'help' | 'all';

export const CONSENTS: readonly Consent[] = ['granted', 'functional', 'pending', 'denied'];

/** True when caps and the tab's state may be kept. */
export const mayStore = (consent: Consent): boolean => CONSENTS.indexOf(consent) < 2;

/** True when the first allows less than the second. */
export const isLower = (one: Consent, other: Consent): boolean => CONSENTS.indexOf(one) > CONSENTS.indexOf(other);

/** What the engine may show and measure. Storage that does not work is as good as an unanswered question. */
export function permit(consent: Consent, withoutConsent: WithoutConsent, works: boolean): Permission {
  const kept = mayStore(consent);
  return {
    show: kept && works || withoutConsent == 'all' ? 'full' : withoutConsent,
    measured: works && consent == 'granted',
    capsKnown: works || !kept,
  };
}
