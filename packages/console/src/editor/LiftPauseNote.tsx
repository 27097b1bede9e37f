import type { JSX } from 'preact';
import { Icon } from '../parts/Icon.tsx';
import { word } from '../words/word.ts';

/** The text sets campaigns live that paused themselves: whether that is meant. */
export function LiftPauseNote({ held, busy, lift }: { readonly held: readonly string[]; readonly busy: boolean; readonly lift: () => void }): JSX.Element {
  return (
    <div class="banner warn" role="alert">
      <Icon name="warn" />
      <p>{word('edit.held', { ids: held.join(', ') })}</p>
      <button type="button" disabled={busy} onClick={lift}>{word('edit.lift')}</button>
    </div>
  );
}
