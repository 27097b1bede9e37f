import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { SessionTable } from './SessionTable.tsx';

/** The latest sessions of the site. */
export function SessionsRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const sessions = useResource(desk.site.id, () => desk.api.sessions(desk.site.id));
  return (
    <Room title={word('room.sessions')} lead={word('sessions.lead')} aside={<button type="button" class="quiet" onClick={sessions.reload}>{word('refresh')}</button>}>
      <Loaded resource={sessions} rows={6}>
        {rows => rows.length > 0
          ? <section class="card flush"><SessionTable desk={desk} rows={rows} /></section>
          : <Empty title={word('sessions.empty')}><p>{word('sessions.empty.body')}</p></Empty>}
      </Loaded>
    </Room>
  );
}
