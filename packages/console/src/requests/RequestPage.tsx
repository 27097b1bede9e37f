import type { RequestRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../api/Answer.ts';
import type { Desk } from '../app/Desk.ts';
import { word } from '../words/word.ts';
import { RequestCard } from './RequestCard.tsx';
import type { RequestPages } from './useRequests.ts';

/** The requests read so far, and the way to older ones. With them, the focus goes to the first that is new; after an answered one, to the next. */
export function RequestPage({ desk, pages: { rows, more }, failure, put, loadMore }: {
  readonly desk: Desk; readonly pages: RequestPages; readonly failure: Failure | undefined;
  readonly put: (row: RequestRow) => void; readonly loadMore: () => void;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<number>();
  const focus = (index: number): void => list.current?.querySelectorAll<HTMLElement>('h2')[index]?.focus();
  useEffect(() => {
    if (asked === undefined) return;
    if (rows.length > asked) focus(asked);
    setAsked(undefined);
  }, [rows, failure]);
  const press = (): void => {
    if (asked !== undefined) return;
    setAsked(rows.length);
    loadMore();
  };
  const place = (row: RequestRow): void => {
    const index = rows.findIndex(({ id }) => id === row.id);
    put(row);
    setTimeout(() => { if (document.activeElement === document.body) focus(Math.min(index, (list.current?.children.length ?? 0) - 1)); });
  };
  return (
    <>
      <div class="requests" ref={list}>{rows.map(row => <RequestCard key={row.id} row={row} desk={desk} put={place} />)}</div>
      {more && <p class="more"><button type="button" aria-disabled={asked !== undefined} onClick={press}>{word(asked === undefined ? 'requests.more' : 'requests.loading')}</button></p>}
    </>
  );
}
