import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { usePages } from '../app/usePages.ts';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { SessionPage } from './SessionPage.tsx';

const PAGE = 100;

/** The sessions of the site, the latest first. */
export function SessionsRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const { api, site } = desk;
  const { resource, loadMore } = usePages({ id: site.id, size: PAGE, read: page => api.sessions(site.id, page), placeOf: row => `${row.at}:${row.session}` });
  return (
    <Room title={word('room.sessions')} lead={word('sessions.lead')} aside={<div class="asides"><CsvLink desk={desk} table="sessions" name={word('room.sessions')} /><button type="button" class="quiet" onClick={resource.reload}>{word('refresh')}</button></div>}>
      <Loaded resource={resource} rows={6}>
        {pages => pages.rows.length > 0
          ? <SessionPage desk={desk} pages={pages} failure={resource.failure} loadMore={loadMore} />
          : <Empty title={word('sessions.empty')}><p>{word('sessions.empty.body')}</p></Empty>}
      </Loaded>
    </Room>
  );
}
