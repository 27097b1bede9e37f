import type { JSX } from 'preact';
import { Snippet } from '../parts/Snippet.tsx';
import { word } from '../words/word.ts';

/** A secret that is told this once, to be taken away; it is gone when that is said, or with the room. */
export function SecretOnce({ label, secret, taken }: { readonly label: string; readonly secret: string; readonly taken: () => void }): JSX.Element {
  return (
    <div class="once" role="status">
      <p>{word('once.body')}</p>
      <Snippet code={secret} label={label} />
      <button type="button" onClick={taken}>{word('once.taken')}</button>
    </div>
  );
}
