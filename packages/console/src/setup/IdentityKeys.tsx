import type { IdentityKey } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Empty } from '../parts/Empty.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { SecretOnce } from './SecretOnce.tsx';
import { Sure } from './Sure.tsx';

/** Two are active at most, so that one follows the other. */
const MOST = 2;

/** The keys by which the shop's servers sign users: made, told once, and voided after a question. */
export function IdentityKeys({ desk, rows, changed }: { readonly desk: Desk; readonly rows: readonly IdentityKey[]; readonly changed: () => void }): JSX.Element {
  const { api, site, say, format } = desk;
  const { busy, failure, run } = useAction();
  const [asked, setAsked] = useState('');
  const [told, setTold] = useState('');
  const make = (): void => void run(() => api.addIdentityKey(site.id), ({ key }) => {
    setTold(key);
    changed();
  });
  const remove = (id: string): void => void run(() => api.removeIdentityKey(site.id, id), () => {
    setAsked('');
    say(word('keys.removed', { id }));
    changed();
  });
  return (
    <div class="fields">
      {rows.length === 0 && <Empty title={word('keys.empty')}><p>{word('keys.empty.body')}</p></Empty>}
      {rows.length > 0 && <Table wordy label={word('keys.title')} rows={rows} id={row => row.id} columns={[
        { title: word('keys.id'), cell: ({ id }) => <code>{id}</code> },
        { title: word('keys.made'), cell: ({ at }) => format.dateTime(at) },
        { title: word('keys.void'), cell: ({ id }) => asked === id
          ? <Sure danger question={word('keys.sure')} yes={word('keys.yes')} busy={busy} act={() => remove(id)} leave={() => setAsked('')} />
          : <span class="acts"><button type="button" class="quiet" aria-label={word('keys.void.of', { id })} onClick={() => setAsked(id)}>{word('keys.void')}</button></span> },
      ]} />}
      {told && <SecretOnce label={word('keys.key')} secret={told} taken={() => setTold('')} />}
      <Problem failure={failure} />
      {rows.length < MOST ? <button type="button" class="primary" disabled={busy} onClick={make}>{word('keys.make')}</button> : <p class="note">{word('keys.full')}</p>}
    </div>
  );
}
