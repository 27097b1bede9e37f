import type { LateGates } from '@tactful/engine';
import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { focused } from './focused.ts';
import { isClosed } from './roots.ts';

/** A field counts as typed in for this long after a key. */
const TYPING_MS: Milliseconds = 3_000;

/** A field, or what may have one in its closed root; of that one the focus tells. A page's own events may aim at the document. */
const isField = (element: unknown): unknown => element instanceof Element && (element.matches('input,textarea,select,[contenteditable]') || isClosed(element) && element == focused());

/**
 * Whether the visitor types, selects or drags, or composes with an input method. What was last done in a field before this is here is
 * taken for typing.
 */
export function startTyping({ scope, now, engine }: Pick<Core, 'scope' | 'now' | 'engine'>): () => LateGates {
  let typed: EpochMs = engine && isField(focused()) ? engine.input : 0;
  let composing = false;
  let pressed = 0;
  scope.listen(document, 'keydown input compositionupdate compositionend pointerdown selectionchange dragover', (event) => {
    const { type } = event;
    // What listens outside of a shadow root is told its host as the target. What the browser itself drags moves no pointer.
    if (type[0] == 's' ? !getSelection()!.isCollapsed : type[0] == 'd' || isField(event.composedPath()[0])) typed = now();
    if (type[0] == 'c') composing = type == 'compositionupdate';
  });
  scope.listen(document, 'pointerdown pointerover pointerup pointercancel', ({ buttons }) => pressed = buttons);
  return () => ({ typing: pressed || now() - typed < TYPING_MS, composing });
}
