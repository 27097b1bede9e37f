import type { RequestRow } from '@tactful/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../api/Answer.ts';
import type { Desk } from '../app/Desk.ts';
import { useResource, type Resource } from '../app/useResource.ts';
import { readRequests } from './readRequests.ts';

const PAGE = 50;
const REFRESH_MS = 15_000;

/** What is on screen of the list. `more`: there are older ones. */
export interface RequestPages { readonly rows: readonly RequestRow[]; readonly more: boolean }

/** The newest requests, page by page; refreshed as a whole, so that what a colleague answered shows on every page. */
export function useRequests({ api, site }: Desk, only?: 'open'): { readonly resource: Resource<RequestPages>; readonly loadMore: () => void } {
  const id = `${site.id}/${only ?? 'all'}`;
  const [size, setSize] = useState({ id, count: PAGE });
  const count = size.id === id ? size.count : PAGE;
  const read = async (): Promise<Answer<RequestPages>> => {
    const answer = await readRequests(page => api.requests(site.id, { ...page, ...(only ? { status: only } : {}) }), count + 1);
    return answer.ok ? { ok: true, value: { rows: answer.value.slice(0, count), more: answer.value.length > count } } : answer;
  };
  const resource = useResource(id, read, REFRESH_MS);
  const asked = useRef(count);
  useEffect(() => {
    if (count > asked.current) resource.reload();
    asked.current = count;
  }, [count]);
  return { resource, loadMore: () => setSize({ id, count: count + PAGE }) };
}
