import type { LateGates } from '@tactful/engine';
import { focused } from './focused.ts';
import { nearest } from './roots.ts';

const DIALOG = 'dialog[open],[aria-modal=true]';

/** True while the focus is where money changes hands: a frame of another origin, or a card field. */
function paying(element: Element | null): boolean {
  if (!element) return false;
  if (element.localName == 'iframe') return !(element as HTMLIFrameElement).contentDocument;
  return /\bcc-/.test(element.getAttribute('autocomplete') || '');
}

/** What the visitor is busy with, beside typing. */
export const readManners = (): LateGates => ({
  paying: paying(focused()),
  // One inside a shadow root is found by the focus that it took.
  dialog: !!nearest(focused(), (element) => element.matches(DIALOG)) || [...document.querySelectorAll(DIALOG)].some((dialog) => dialog.getClientRects().length > 0),
});
