import type { LateGates } from '@tactful/engine';
import { focused } from './focused.ts';
import { nearest } from './roots.ts';

/** What stands over the page until the visitor is done with it. A popover that the page alone closes is none: it may stay for good. */
const DIALOG = 'dialog[open],[aria-modal=true],[popover]:not([popover=manual])';

/** What the visitor is busy with, beside typing. */
export const readManners = (): LateGates => {
  const element = focused();
  return {
    // Where money changes hands, or may: a card field, or a frame, whose keys are heard by nobody here.
    paying: element && element.matches('iframe,[autocomplete*=cc-]'),
    // By the focus also what is inside a shadow root, and what does not say that the page has to wait. Over a film in full screen nothing of ours is seen.
    dialog: document.fullscreenElement || nearest(element, (one) => one.matches(DIALOG + ',[role$=dialog]'))
      || [...document.querySelectorAll(DIALOG)].some((one) => one.getClientRects()[0]),
  };
};
