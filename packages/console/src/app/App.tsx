import type { StaffSession } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Answer, Failure } from '../api/Answer.ts';
import { createApi } from '../api/createApi.ts';
import { FailureNote } from '../parts/FailureNote.tsx';
import { word } from '../words/word.ts';
import { Shell } from './Shell.tsx';
import { SignIn } from './SignIn.tsx';

type Entry =
  | { readonly at: 'door' }
  | { readonly at: 'outside'; readonly ended: boolean }
  | { readonly at: 'failed'; readonly failure: Failure }
  | { readonly at: 'inside'; readonly staff: StaffSession };

/** The console: signed out, or in a room of a site. */
export function App({ fetch, locale }: { readonly fetch: typeof globalThis.fetch; readonly locale: string }): JSX.Element {
  const [entry, setEntry] = useState<Entry>({ at: 'door' });
  const api = useMemo(() => createApi({
    fetch,
    onSignedOut: () => setEntry(old => ({ at: 'outside', ended: old.at === 'inside' })),
  }), [fetch]);
  const enter = (answer: Answer<StaffSession>): void => {
    if (answer.ok) setEntry({ at: 'inside', staff: answer.value });
    else if (answer.failure.code !== 'not_signed_in') setEntry({ at: 'failed', failure: answer.failure });
  };
  const knock = (): void => void api.me().then(enter);
  useEffect(knock, [api]);
  if (entry.at === 'inside') {
    return <Shell api={api} staff={entry.staff} locale={locale} leave={() => void api.logout().then(() => setEntry({ at: 'outside', ended: false }))} />;
  }
  if (entry.at === 'outside') return <SignIn api={api} ended={entry.ended} enter={staff => setEntry({ at: 'inside', staff })} />;
  return (
    <main class="gate">
      {entry.at === 'failed' ? <FailureNote failure={entry.failure} retry={knock} /> : <p class="note" role="status">{word('loading')}</p>}
    </main>
  );
}
