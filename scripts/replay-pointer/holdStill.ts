/**
 * Runs in the page before anything else: keeps it where the recorded hand was, for the recording was made on another page and its
 * clicks would lead away from this one. Sensors see every event; only the browser's own consequence is held back. Nothing moves
 * under the pointer either, so that an element's box is where it was measured.
 */
export function holdStill(): void {
  const hold = (event: Event): void => event.preventDefault();
  for (const type of ['dragstart', 'contextmenu', 'submit', 'auxclick']) addEventListener(type, hold, true);
  addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('a, button, label, summary, input')) hold(event);
    // The hand does not know the shop's question, and answers it by accident only.
    if (event.target.closest('[data-consent-open], [data-consent-choice]')) event.stopImmediatePropagation();
  }, true);
  const still = new CSSStyleSheet();
  still.replaceSync('* { transform: none !important; transition: none !important }');
  addEventListener('DOMContentLoaded', () => { document.adoptedStyleSheets = [still]; });
}
