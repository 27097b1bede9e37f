import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import { failureText } from '../parts/failureText.ts';
import { Icon } from '../parts/Icon.tsx';
import { word } from '../words/word.ts';

/** The site's kill switch: a second question before it stops, and a banner while it is on. */
export function HaltSwitch({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { api, site, say } = desk;
  const config = useResource(site.id, () => api.config(site.id));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!config.data) return null;
  const turn = async (halt: boolean): Promise<void> => {
    setBusy(true);
    const answer = await api.halt(site.id, halt);
    setBusy(false);
    setAsked(false);
    if (answer.ok) config.put(answer.value);
    say(answer.ok ? word(halt ? 'halt.done' : 'halt.lifted') : failureText(answer.failure));
  };
  if ((config.data.source as { readonly halt?: boolean }).halt) {
    return <div class="banner warn" role="status"><Icon name="warn" /><p>{word('halt.on')}</p><button type="button" class="quiet" disabled={busy} onClick={() => void turn(false)}>{word('halt.lift')}</button></div>;
  }
  return (
    <div class="actions halt">
      {asked
        ? <><p role="alert">{word('halt.sure')}</p><button type="button" class="danger" disabled={busy} onClick={() => void turn(true)}>{word('halt.yes')}</button><button type="button" onClick={() => setAsked(false)}>{word('halt.no')}</button></>
        : <button type="button" class="quiet" onClick={() => setAsked(true)}>{word('halt.stop')}</button>}
    </div>
  );
}
