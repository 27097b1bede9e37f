import type { Role, SiteMember } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Problem } from '../parts/Problem.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { grantFailure } from './grantFailure.ts';
import { RoleSelect } from './RoleSelect.tsx';

/** Everybody on the site; a role is changed by choosing another, and taking somebody off is asked about first. Nobody changes what they are themselves. */
export function MemberTable({ desk, rows, changed }: { readonly desk: Desk; readonly rows: readonly SiteMember[]; readonly changed: () => void }): JSX.Element {
  const { api, site, say } = desk;
  const { busy, failure, run } = useAction();
  const [asked, setAsked] = useState('');
  const grant = (email: string, role: Role): void => void run(() => api.grant(site.id, email, { role }), () => {
    say(word('team.granted', { email, role: word(`role.${role}`) }));
    changed();
  });
  const remove = (email: string): void => void run(() => api.removeMember(site.id, email), () => {
    setAsked('');
    say(word('team.removed', { email }));
    changed();
  });
  return (
    <>
      <Problem failure={failure && grantFailure(failure)} />
      <Table wordy label={word('team.members')} rows={rows} id={row => row.email} columns={[
        { title: word('team.email'), cell: ({ email }) => email === desk.email ? <>{email} <span class="note">({word('team.you')})</span></> : email },
        { title: word('team.role'), cell: ({ email, role }) => email === desk.email
          ? word(`role.${role}`)
          : <RoleSelect value={role} label={word('team.role.of', { email })} disabled={busy} choose={to => grant(email, to)} /> },
        { title: word('team.access'), cell: ({ email }) => email !== desk.email && (asked === email
          ? <span class="actions"><span role="alert">{word('team.sure', { email })}</span><button type="button" class="danger" disabled={busy} onClick={() => remove(email)}>{word('team.yes')}</button><button type="button" onClick={() => setAsked('')}>{word('team.no')}</button></span>
          : <button type="button" class="quiet" aria-label={word('team.remove.of', { email })} onClick={() => setAsked(email)}>{word('team.remove')}</button>) },
      ]} />
    </>
  );
}
