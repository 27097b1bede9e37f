import type { RequestRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import { Empty } from '../parts/Empty.tsx';
import { failureText } from '../parts/failureText.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { RequestCard } from './RequestCard.tsx';

const REFRESH_MS = 15_000;

/** Who asked for a person, with what they agreed to share. */
export function RequestsRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const requests = useResource(desk.site.id, () => desk.api.requests(desk.site.id), REFRESH_MS);
  const [all, setAll] = useState(false);
  const answer = async (row: RequestRow): Promise<void> => {
    const done = await desk.api.answerRequest(desk.site.id, row.id);
    desk.say(done.ok ? word('request.done', { name: row.name || word('request.nameless') }) : failureText(done.failure));
    if (done.ok) requests.put((requests.data ?? []).map(one => one.id === row.id ? done.value : one));
  };
  return (
    <Room title={word('room.requests')} lead={word('requests.lead')}>
      <Loaded resource={requests}>
        {rows => {
          if (rows.length === 0) return <Empty title={word('requests.empty')}><p>{word('requests.empty.body')}</p></Empty>;
          const open = rows.filter(row => row.status === 'open');
          const shown = all ? rows : open;
          return (
            <>
              <div class="filter" role="group" aria-label={word('requests.filter')}>
                <button type="button" aria-pressed={!all} onClick={() => setAll(false)}>{word('requests.open', { n: desk.format.count(open.length) })}</button>
                <button type="button" aria-pressed={all} onClick={() => setAll(true)}>{word('requests.all', { n: desk.format.count(rows.length) })}</button>
              </div>
              {shown.length > 0
                ? <div class="requests">{shown.map(row => <RequestCard key={row.id} row={row} desk={desk} answer={() => answer(row)} />)}</div>
                : <Empty title={word('requests.caughtup')}><p>{word('requests.caughtup.body')}</p></Empty>}
            </>
          );
        }}
      </Loaded>
    </Room>
  );
}
