import type { Milliseconds } from '@tactful/protocol';
import type { Watch } from './watch.ts';

/** Input is listened for at most this often, so that a moving hand costs next to nothing: where it pauses for over a minute, active time is exact to this. */
const INPUT_EVERY_MS: Milliseconds = 100;
/** What the page drew or loaded late is looked for at most this often. */
const LOOK_EVERY_MS: Milliseconds = 1_000;

/**
 * Visibility, focus (also inside frames) and input of the document.
 * @param look runs with input
 * @returns says the present state again, for an engine that has just begun
 */
export function startAttention({ scope, observe, now }: Watch, look: () => void): () => void {
  let focused: boolean | undefined;
  let looked = 0;
  const focus = (): void => {
    // True also while a frame inside has the focus; `blur` comes before that is so, hence the timer below.
    const has = document.hasFocus();
    if (has != focused) observe({ kind: 'focus', focused: focused = has });
  };
  const state = (): void => {
    focused = undefined;
    observe({ kind: 'visibility', visible: document.visibilityState != 'hidden' });
    focus();
  };
  scope.listen(document, 'visibilitychange', state);
  scope.listen(window, 'focus blur', () => scope.after(0, focus));
  const hear = (): void => {
    const stop = scope.listen(window, 'keydown pointerdown pointermove wheel scroll touchstart', () => {
      stop();
      scope.after(INPUT_EVERY_MS, hear);
      focus();
      observe({ kind: 'input' });
      const at = now();
      if (at - looked < LOOK_EVERY_MS) return;
      looked = at;
      look();
    });
  };
  hear();
  return state;
}
