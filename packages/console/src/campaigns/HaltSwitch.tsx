import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { useResource } from '../app/useResource.ts';
import { Icon } from '../parts/Icon.tsx';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';

/** The site's kill switch: a second question before it stops, and a banner while it is on, for every role. */
export function HaltSwitch({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { api, site, say, may } = desk;
  const config = useResource(site.id, () => api.config(site.id));
  const [asked, setAsked] = useState(false);
  const { busy, failure, run } = useAction();
  if (!config.data) return null;
  const turn = (halt: boolean): void => void run(() => api.halt(site.id, halt), (document) => {
    setAsked(false);
    config.put(document);
    say(word(halt ? 'halt.done' : 'halt.lifted'));
  });
  if ((config.data.source as { readonly halt?: boolean }).halt) {
    return (
      <>
        <div class="banner warn" role="status"><Icon name="warn" /><p>{word('halt.on')}</p>{may('editor') && <button type="button" class="quiet" disabled={busy} onClick={() => turn(false)}>{word('halt.lift')}</button>}</div>
        <Problem failure={failure} />
      </>
    );
  }
  if (!may('editor')) return null;
  return (
    <div class="actions halt">
      <Problem failure={failure} />
      {asked
        ? <><p role="alert">{word('halt.sure')}</p><button type="button" class="danger" disabled={busy} onClick={() => turn(true)}>{word('halt.yes')}</button><button type="button" onClick={() => setAsked(false)}>{word('halt.no')}</button></>
        : <button type="button" class="quiet" onClick={() => setAsked(true)}>{word('halt.stop')}</button>}
    </div>
  );
}
