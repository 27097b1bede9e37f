import type { RequestRow } from '@tactful/protocol';
import type { Desk } from '../app/Desk.ts';
import { usePages, type Pages } from '../app/usePages.ts';
import type { Resource } from '../app/useResource.ts';

const PAGE = 50;
const REFRESH_MS = 15_000;

/** The newest requests, page by page; refreshed as a whole, so that what a colleague answered shows on every page. */
export function useRequests({ api, site }: Desk, only?: 'open'): { readonly resource: Resource<Pages<RequestRow>>; readonly loadMore: () => void } {
  return usePages({
    id: `${site.id}/${only ?? 'all'}`, size: PAGE, everyMs: REFRESH_MS, placeOf: row => row.id,
    read: page => api.requests(site.id, { ...page, ...(only ? { status: only } : {}) }),
  });
}
