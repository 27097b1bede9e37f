import type { StaffSession } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer, Failure } from '../api/Answer.ts';
import { createApi } from '../api/createApi.ts';
import { forgetDrafts } from '../editor/draftStore.ts';
import { FailureNote } from '../parts/FailureNote.tsx';
import { word } from '../words/word.ts';
import { hearSignOut, type SignOutLine } from './hearSignOut.ts';
import { keepLastInside, readLastInside } from './lastInside.ts';
import { Shell } from './Shell.tsx';
import { SignIn } from './SignIn.tsx';
import { SignInAgain } from './SignInAgain.tsx';

type Entry =
  | { readonly at: 'door' }
  /** `ended`: who was inside, where the session ended by itself. */
  | { readonly at: 'outside'; readonly ended?: string | undefined }
  | { readonly at: 'failed'; readonly failure: Failure }
  | { readonly at: 'inside'; readonly staff: StaffSession; readonly ended: boolean };

/** The console: signed out, or in a room of a site. */
export function App({ fetch, locale }: { readonly fetch: typeof globalThis.fetch; readonly locale: string }): JSX.Element {
  const [entry, setEntry] = useState<Entry>({ at: 'door' });
  const waiting = useRef<((again: boolean) => void)[]>([]);
  const api = useMemo(() => createApi({
    fetch,
    signInAgain: () => new Promise(resolve => {
      waiting.current.push(resolve);
      setEntry(old => old.at === 'inside' ? { ...old, ended: true } : old);
    }),
  }), [fetch]);
  const release = (again: boolean): void => waiting.current.splice(0).forEach(resolve => resolve(again));
  const enter = (staff: StaffSession): void => {
    keepLastInside(sessionStorage, staff.email);
    setEntry({ at: 'inside', staff, ended: false });
    release(entry.at === 'inside' && entry.staff.email === staff.email);
  };
  const look = (answer: Answer<StaffSession>): void => {
    if (answer.ok) enter(answer.value);
    else setEntry(answer.failure.code === 'not_signed_in' ? { at: 'outside', ended: readLastInside(sessionStorage) } : { at: 'failed', failure: answer.failure });
  };
  const knock = (): void => void api.me().then(look);
  const line = useRef<SignOutLine>(null);
  /** Nothing of who was here stays in the tab. */
  const close = (): void => {
    forgetDrafts(sessionStorage);
    keepLastInside(sessionStorage);
    setEntry({ at: 'outside' });
    release(false);
  };
  const leave = async (): Promise<Answer<unknown>> => {
    const answer = await api.logout();
    if (answer.ok || answer.failure.code === 'not_signed_in') { close(); line.current?.tell(); }
    return answer;
  };
  useEffect(knock, [api]);
  useEffect(() => {
    line.current = hearSignOut(close);
    return line.current.stop;
  }, []);
  if (entry.at === 'inside') {
    const { staff, ended } = entry;
    return (
      <>
        <Shell key={staff.email} api={api} staff={staff} locale={locale} leave={leave} />
        {ended && <SignInAgain api={api} email={staff.email} enter={enter} />}
      </>
    );
  }
  return (
    <main class="gate">
      {entry.at === 'outside' && <SignIn api={api} enter={enter} {...(entry.ended === undefined ? {} : { ended: entry.ended, note: word('signin.again') })} />}
      {entry.at === 'failed' && <FailureNote failure={entry.failure} retry={knock} />}
      {entry.at === 'door' && <p class="note" role="status">{word('loading')}</p>}
    </main>
  );
}
