import type { LateGates } from '@tactful/engine';
import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { Watch } from '../observe/watch.ts';

/** A field counts as typed in for this long after a key. */
const TYPING_MS: Milliseconds = 3_000;

/** Whether the visitor types, or composes with an input method. Watched from the start; the other manners are looked at when due. */
export function startTyping({ scope, now }: Pick<Watch, 'scope' | 'now'>): () => LateGates {
  let typed: EpochMs = 0;
  let composing = false;
  scope.listen(document, 'keydown input compositionstart compositionend', ({ type, target }) => {
    if (target.matches('input,textarea,select,[contenteditable]')) typed = now();
    if (type[0] == 'c') composing = type == 'compositionstart';
  });
  return () => ({ typing: now() - typed < TYPING_MS, composing });
}
