import type { LateGates } from '@tactful/engine';
import { focused } from './focused.ts';

/** True while the focus is where money changes hands: a frame of another origin, or a card field. */
function paying(element: Element | null): boolean {
  if (!element) return false;
  if (element.localName == 'iframe') return !(element as HTMLIFrameElement).contentDocument;
  return /\bcc-/.test(element.getAttribute('autocomplete') || '');
}

/** What the visitor is busy with, beside typing. */
export const readManners = (): LateGates => ({
  paying: paying(focused()),
  dialog: [...document.querySelectorAll('dialog[open],[aria-modal=true]')].some((dialog) => dialog.getClientRects().length > 0),
});
