import type { RequestRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Failure } from '../api/Answer.ts';
import type { Desk } from '../app/Desk.ts';
import { useMore } from '../app/useMore.ts';
import type { Pages } from '../app/usePages.ts';
import { MoreButton } from '../parts/MoreButton.tsx';
import { word } from '../words/word.ts';
import { RequestCard } from './RequestCard.tsx';

/** The requests read so far, and the way to older ones. With them, the focus goes to the first that is new; after an answered one, to the next. */
export function RequestPage({ desk, pages: { rows, more }, failure, put, loadMore }: {
  readonly desk: Desk; readonly pages: Pages<RequestRow>; readonly failure: Failure | undefined;
  readonly put: (row: RequestRow) => void; readonly loadMore: () => void;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const focus = (index: number): void => list.current?.querySelectorAll<HTMLElement>('h2')[index]?.focus();
  const older = useMore({ rows, failure, loadMore, focus });
  const place = (row: RequestRow): void => {
    const index = rows.findIndex(({ id }) => id === row.id);
    put(row);
    setTimeout(() => { if (document.activeElement === document.body) focus(Math.min(index, (list.current?.children.length ?? 0) - 1)); });
  };
  return (
    <>
      <div class="requests" ref={list}>{rows.map(row => <RequestCard key={row.id} row={row} desk={desk} put={place} />)}</div>
      {more && <MoreButton more={older} name={word('requests.more')} />}
    </>
  );
}
