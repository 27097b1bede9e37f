import type { StaffSession } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Api } from '../api/createApi.ts';
import { word } from '../words/word.ts';
import { SignIn } from './SignIn.tsx';

/** Signing in again over the rooms, which stay as they are: nothing typed in them is lost. The focus goes back to where it was. */
export function SignInAgain({ api, email, enter }: { readonly api: Api; readonly email: string; readonly enter: (staff: StaffSession) => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  // Behind it nothing can be done before somebody has signed in, so Esc leads nowhere.
  return <dialog class="again" ref={dialog} aria-label={word('signin.title')} onCancel={event => event.preventDefault()}><SignIn api={api} ended={email} note={word('signin.ended')} enter={enter} /></dialog>;
}
