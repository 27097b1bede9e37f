import type { Answer } from '../api/Answer.ts';

/** As many as a route gives at once. */
const MOST = 500;

/** One page of a list: so many, from the one after the place that `after` names. */
export interface Page { readonly limit: number; readonly after?: string }

/** A list that is read page by page. */
export interface Paged<T> {
  readonly read: (page: Page) => Promise<Answer<readonly T[]>>;
  /** The place of a row, as the route names it. */
  readonly placeOf: (row: T) => string;
}

/** The first `count` rows, or all there are; page after page where one does not hold them. */
export async function readPages<T>({ read, placeOf }: Paged<T>, count: number): Promise<Answer<readonly T[]>> {
  let rows: readonly T[] = [];
  while (rows.length < count) {
    const limit = Math.min(MOST, count - rows.length);
    const last = rows.at(-1);
    const answer = await read({ limit, ...(last === undefined ? {} : { after: placeOf(last) }) });
    if (!answer.ok) return answer;
    rows = [...rows, ...answer.value];
    if (answer.value.length < limit) break;
  }
  return { ok: true, value: rows };
}
