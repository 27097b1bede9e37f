import { LIMITS, type Role } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';
import { grantFailure } from './grantFailure.ts';
import { RoleSelect } from './RoleSelect.tsx';

/** Lets somebody in, who has an account or gets one. */
export function MemberForm({ desk, changed }: { readonly desk: Desk; readonly changed: () => void }): JSX.Element {
  const { api, site, say } = desk;
  const id = useId();
  const [role, setRole] = useState<Role>('viewer');
  const { busy, failure, run } = useAction();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const email = String(data.get('email')).trim(), password = String(data.get('password'));
    void run(() => api.grant(site.id, email, { role, ...(password === '' ? {} : { password }) }), (member) => {
      say(word('team.granted', { email: member.email, role: word(`role.${member.role}`) }));
      form.reset();
      setRole('viewer');
      changed();
    });
  };
  return (
    <form class="fields" onSubmit={submit} aria-describedby={failure ? id : undefined}>
      <label>{word('team.email')}<input type="email" name="email" required maxLength={LIMITS.emailChars} autocomplete="off" /></label>
      <label>{word('team.role')}<RoleSelect value={role} choose={setRole} /></label>
      <p class="note">{word(`role.${role}.means`)}</p>
      <label>{word('team.password')}<input type="password" name="password" minLength={LIMITS.passwordLeastChars} maxLength={LIMITS.passwordChars} autocomplete="new-password" aria-describedby={`${id}-help`} /></label>
      <p class="note" id={`${id}-help`}>{word('team.password.help', { n: LIMITS.passwordLeastChars })}</p>
      <Problem failure={failure && grantFailure(failure)} id={id} />
      <button type="submit" class="primary" disabled={busy}>{word('team.let')}</button>
    </form>
  );
}
