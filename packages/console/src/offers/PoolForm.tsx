import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { failureText } from '../parts/failureText.ts';
import { word } from '../words/word.ts';
import { readCodes } from './readCodes.ts';

/** Adds codes that the shop's platform made to an offer's pool. */
export function PoolForm({ offer, desk, added }: { readonly offer: string; readonly desk: Desk; readonly added: () => void }): JSX.Element {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const codes = readCodes(text);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await desk.api.fillPool(desk.site.id, offer, codes);
    setBusy(false);
    desk.say(answer.ok ? word('pool.done', { n: desk.format.count(answer.value.added) }) : failureText(answer.failure));
    if (!answer.ok) return;
    setText('');
    added();
  };
  return (
    <details class="pool">
      <summary>{word('pool.add')}</summary>
      <form onSubmit={event => void submit(event)}>
        <label>{word('pool.codes')}<textarea rows={5} spellcheck={false} value={text} onInput={event => setText(event.currentTarget.value)} /></label>
        <button type="submit" disabled={busy || codes.length === 0}>{word('pool.add')}</button>
      </form>
    </details>
  );
}
