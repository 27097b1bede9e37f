import type { RequestRow } from '@tactful/protocol';
import type { Answer } from '../api/Answer.ts';

/** As many as the route gives at once. */
const MOST = 500;

/** One page of the list: so many, from the one after `after`. */
export interface Page { readonly limit: number; readonly after?: string }

/** The first `count` requests, or all there are; page after page where one does not hold them. */
export async function readRequests(read: (page: Page) => Promise<Answer<readonly RequestRow[]>>, count: number): Promise<Answer<readonly RequestRow[]>> {
  let rows: readonly RequestRow[] = [];
  while (rows.length < count) {
    const limit = Math.min(MOST, count - rows.length);
    const last = rows.at(-1)?.id;
    const answer = await read({ limit, ...(last === undefined ? {} : { after: last }) });
    if (!answer.ok) return answer;
    rows = [...rows, ...answer.value];
    if (answer.value.length < limit) break;
  }
  return { ok: true, value: rows };
}
