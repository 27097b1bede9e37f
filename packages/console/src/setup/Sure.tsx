import type { ComponentChildren, JSX } from 'preact';
import { word } from '../words/word.ts';

/** Asks before something is done that can't be taken back. */
export function Sure({ question, yes, busy, danger = false, act, leave, children }: {
  readonly question: string; readonly yes: string; readonly busy: boolean; readonly danger?: boolean; readonly act: () => void; readonly leave: () => void; readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="actions">
      <span role="alert">{question}</span>
      {children}
      <button type="button" class={danger ? 'danger' : ''} disabled={busy} onClick={act}>{yes}</button>
      <button type="button" class="quiet" onClick={leave}>{word('sure.no')}</button>
    </div>
  );
}
