import type { Words } from './language.ts';

/** The app's own banner. Both answers weigh the same: neither is drawn as the one to press. */
export function Consent({ words, answer }: { words: Words; answer: (choice: 'granted' | 'denied') => void }) {
  return (
    <section class="consent" aria-labelledby="consent-title">
      <div><h2 id="consent-title">{words.consent.title}</h2><p>{words.consent.text}</p></div>
      <div class="choices">
        <button type="button" class="button quiet" data-consent-choice="denied" onClick={() => answer('denied')}>{words.consent.no}</button>
        <button type="button" class="button quiet" data-consent-choice="granted" onClick={() => answer('granted')}>{words.consent.yes}</button>
      </div>
    </section>
  );
}
