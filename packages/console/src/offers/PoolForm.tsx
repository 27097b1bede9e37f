import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';
import { namePlaces } from './namePlaces.ts';
import { readCodes } from './readCodes.ts';

/** Adds codes that the shop's platform made to an offer's pool. */
export function PoolForm({ offer, desk, added }: { readonly offer: string; readonly desk: Desk; readonly added: () => void }): JSX.Element {
  const [text, setText] = useState('');
  const id = useId();
  const { busy, failure, run } = useAction();
  const codes = readCodes(text);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void run(() => desk.api.fillPool(desk.site.id, offer, codes), (answer) => {
      desk.say(word('pool.done', { n: desk.format.count(answer.added) }));
      setText('');
      added();
    });
  };
  return (
    <details class="pool">
      <summary>{word('pool.add')}</summary>
      <form onSubmit={submit}>
        <label>{word('pool.codes')}<textarea rows={5} spellcheck={false} value={text} aria-describedby={failure ? id : undefined} onInput={event => setText(event.currentTarget.value)} /></label>
        <Problem failure={failure && namePlaces(failure, codes)} id={id} />
        <button type="submit" disabled={busy || codes.length === 0}>{word('pool.add')}</button>
      </form>
    </details>
  );
}
