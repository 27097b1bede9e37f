import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../api/Answer.ts';

/** The button under a list that is read page by page. */
export interface More {
  readonly waiting: boolean;
  readonly press: () => void;
}

/** Asks for older rows once at a time; when they are here, `focus` gets the place of the first that is new. */
export function useMore<T>({ rows, failure, loadMore, focus }: {
  readonly rows: readonly T[]; readonly failure: Failure | undefined; readonly loadMore: () => void; readonly focus: (place: number) => void;
}): More {
  const [asked, setAsked] = useState<number>();
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
  return { waiting: asked !== undefined, press };
}
