import type { RequestRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { RequestPage } from './RequestPage.tsx';
import { useRequests } from './useRequests.ts';

/** Who asked for a person, with what they agreed to share. */
export function RequestsRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const [all, setAll] = useState(false);
  const { resource, loadMore } = useRequests(desk, all ? undefined : 'open');
  const put = (row: RequestRow): void => {
    const { rows, more } = resource.data ?? { rows: [], more: false };
    resource.put({ more, rows: all ? rows.map(one => one.id === row.id ? row : one) : rows.filter(one => one.id !== row.id) });
  };
  const counted = (name: string, here: boolean): string =>
    here && resource.data ? word(resource.data.more ? 'requests.many' : 'requests.counted', { name, n: desk.format.count(resource.data.rows.length) }) : name;
  return (
    <Room title={word('room.requests')} lead={word('requests.lead')} aside={<CsvLink desk={desk} table="requests" name={word('room.requests')} />}>
      <div class="filter" role="group" aria-label={word('requests.filter')}>
        <button type="button" aria-pressed={!all} onClick={() => setAll(false)}>{counted(word('requests.open'), !all)}</button>
        <button type="button" aria-pressed={all} onClick={() => setAll(true)}>{counted(word('requests.all'), all)}</button>
      </div>
      <Loaded resource={resource}>
        {pages => {
          if (pages.rows.length > 0) return <RequestPage desk={desk} pages={pages} failure={resource.failure} put={put} loadMore={loadMore} />;
          return all
            ? <Empty title={word('requests.empty')}><p>{word('requests.empty.body')}</p></Empty>
            : <Empty title={word('requests.caughtup')}><p>{word('requests.caughtup.body')}</p></Empty>;
        }}
      </Loaded>
    </Room>
  );
}
