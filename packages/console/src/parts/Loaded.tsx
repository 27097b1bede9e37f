import type { ComponentChildren, JSX } from 'preact';
import type { Resource } from '../app/useResource.ts';
import { word } from '../words/word.ts';
import { FailureNote } from './FailureNote.tsx';

/** A resource in its three states: being read, failed, here. Old data stays on screen under a failure. */
export function Loaded<T>({ resource, rows = 3, children }: {
  readonly resource: Resource<T>; readonly rows?: number; readonly children: (data: T) => ComponentChildren;
}): JSX.Element {
  const { data, failure, reload } = resource;
  return (
    <>
      {failure && <FailureNote failure={failure} retry={reload} stale={data !== undefined} />}
      {data !== undefined
        ? children(data)
        : !failure && <div class="skeletons" role="status" aria-label={word('loading')}>{Array.from({ length: rows }, (_, row) => <div key={row} class="skeleton" />)}</div>}
    </>
  );
}
