import type { StaffSession } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../api/Answer.ts';
import type { Api } from '../api/createApi.ts';
import { failureText } from '../parts/failureText.ts';
import { word } from '../words/word.ts';
import { Logo } from './Logo.tsx';

/** Who are you? `ended`: the e-mail of somebody who was inside when their session ran out, with what `note` says of it. */
export function SignIn({ api, ended, note, enter }: { readonly api: Api; readonly ended?: string; readonly note?: string; readonly enter: (staff: StaffSession) => void }): JSX.Element {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [email, password] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  useEffect(() => {
    const before = document.title;
    document.title = `${word('signin.title')} · Tactful`;
    (ended ? password : email).current?.focus();
    return () => { document.title = before; };
  }, []);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    const answer = await api.login(String(data.get('email')), String(data.get('password')));
    setBusy(false);
    if (answer.ok) enter(answer.value);
    else {
      setFailure(answer.failure);
      password.current?.focus();
      password.current?.select();
    }
  };
  return (
    <form class="signin" onSubmit={event => void submit(event)} aria-busy={busy}>
      <Logo />
      <h1>{word('signin.title')}</h1>
      {note && !failure && <p class="note" role="status">{note}</p>}
      {failure && <p class="problem" role="alert" id="signin-problem">{failureText(failure)}</p>}
      <label>{word('signin.email')}<input ref={email} type="email" name="email" defaultValue={ended ?? ''} autocomplete="username" required aria-describedby={failure ? 'signin-problem' : undefined} /></label>
      <label>{word('signin.password')}<input ref={password} autofocus={ended !== undefined} type="password" name="password" autocomplete="current-password" required /></label>
      <button type="submit" class="primary" disabled={busy}>{word(busy ? 'signin.busy' : 'signin.enter')}</button>
      <p class="note">{word('signin.help')}</p>
    </form>
  );
}
