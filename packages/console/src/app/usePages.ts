import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../api/Answer.ts';
import { readPages, type Paged } from './readPages.ts';
import { useResource, type Resource } from './useResource.ts';

/** What is on screen of a list. `more`: there are older ones. */
export interface Pages<T> { readonly rows: readonly T[]; readonly more: boolean }

/** Which list, how it is read, so many rows to a page, and, if at all, how often again. */
export interface PagesOptions<T> extends Paged<T> { readonly id: string; readonly size: number; readonly everyMs?: number }

/** The newest rows of a list, page by page; read again as a whole, so that what changed meanwhile shows on every page. */
export function usePages<T>({ id, size, everyMs = 0, ...list }: PagesOptions<T>): { readonly resource: Resource<Pages<T>>; readonly loadMore: () => void } {
  const [wanted, setWanted] = useState({ id, count: size });
  const count = wanted.id === id ? wanted.count : size;
  const read = async (): Promise<Answer<Pages<T>>> => {
    const answer = await readPages(list, count + 1);
    return answer.ok ? { ok: true, value: { rows: answer.value.slice(0, count), more: answer.value.length > count } } : answer;
  };
  const resource = useResource(id, read, everyMs);
  const asked = useRef(count);
  useEffect(() => {
    if (count > asked.current) resource.reload();
    asked.current = count;
  }, [count]);
  return { resource, loadMore: () => setWanted({ id, count: count + size }) };
}
