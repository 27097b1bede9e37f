import type { Milliseconds } from '@tactful/protocol';
import type { Consent } from '../ship/consent.ts';

type Word = 'granted' | 'denied';
/** The two of Consent Mode's types that speak of what is done here: measuring, and what a page remembers to work well. */
const TYPES = ['analytics_storage', 'functionality_storage'] as const;
type Said = { -readonly [T in (typeof TYPES)[number]]?: Word };

export interface ConsentMode {
  /** Hears an entry of the queue; how much of it may change the status. */
  hear(entry: unknown): number;
  /** What the visitor may be taken to have answered; `pending` until they have; nothing where no word speaks of it. */
  status(): Consent | undefined;
}

/**
 * Google Consent Mode v2, as a page tells it: `gtag('consent', 'default' | 'update', { … })`.
 * A `default` is no answer: denied by default is `pending` until an `update` comes. A default for a `region` may or may not be
 * this visitor's, which a device can't tell: denied, it holds for all; granted, for none.
 * https://developers.google.com/tag-platform/security/guides/consent
 * https://developers.google.com/tag-platform/gtagjs/reference#consent
 * @param wait is asked to call `waited()` after so long
 */
export function createConsentMode(wait: (delay: Milliseconds) => void): ConsentMode & { waited(): void } {
  const defaults: Said = {}, regional: Said = {}, updates: Said = {};
  /** Until then a granted default does not hold. */
  let waiting = false;
  return {
    hear(entry) {
      const { 0: word, 1: how, 2: given } = Object(entry);
      if (word != 'consent' || how != 'default' && how != 'update') return 0;
      const words = Object(given);
      const into = how == 'update' ? updates : words.region ? regional : defaults;
      const heard = TYPES.filter((type) => words[type] == 'granted' || words[type] == 'denied');
      for (const type of heard) if (into != regional || words[type] == 'denied') into[type] = words[type];
      if (how == 'default' && words.wait_for_update > 0) {
        waiting = true;
        wait(words.wait_for_update);
      }
      return heard.length;
    },
    waited: () => void (waiting = false),
    status() {
      const { analytics_storage: answer, functionality_storage: functional } = updates;
      const measured = answer || regional.analytics_storage || defaults.analytics_storage;
      if (measured == 'granted') return !answer && waiting ? 'pending' : 'granted';
      if (functional == 'granted') return 'functional';
      return measured && (answer || functional ? 'denied' : 'pending');
    },
  };
}
