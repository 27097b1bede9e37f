import type { SessionRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Failure } from '../api/Answer.ts';
import type { Desk } from '../app/Desk.ts';
import { useMore } from '../app/useMore.ts';
import type { Pages } from '../app/usePages.ts';
import { MoreButton } from '../parts/MoreButton.tsx';
import { word } from '../words/word.ts';
import { SessionTable } from './SessionTable.tsx';

/** The sessions read so far, and the way to earlier ones; with them, the focus goes to the first that is new. */
export function SessionPage({ desk, pages: { rows, more }, failure, loadMore }: {
  readonly desk: Desk; readonly pages: Pages<SessionRow>; readonly failure: Failure | undefined; readonly loadMore: () => void;
}): JSX.Element {
  const list = useRef<HTMLElement>(null);
  const earlier = useMore({ rows, failure, loadMore, focus: place => list.current?.querySelectorAll<HTMLElement>('tbody a')[place]?.focus() });
  return (
    <>
      <section class="card flush" ref={list}><SessionTable desk={desk} rows={rows} /></section>
      {more && <MoreButton more={earlier} name={word('sessions.more')} />}
    </>
  );
}
