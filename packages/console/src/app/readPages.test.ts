import type { RequestRow } from '@tactful/protocol';
import { expect, it } from 'vitest';
import type { Answer } from '../api/Answer.ts';
import { readPages, type Page } from './readPages.ts';

const all = Array.from({ length: 1_203 }, (_, index) => ({ id: `r${index}` }) as RequestRow);
const placeOf = ({ id }: RequestRow): string => id;
/** The route: at most 500 from the one after `after`. */
function route(rows: readonly RequestRow[]) {
  const asked: Page[] = [];
  const read = async (page: Page): Promise<Answer<readonly RequestRow[]>> => {
    asked.push(page);
    const from = page.after === undefined ? 0 : rows.findIndex(({ id }) => id === page.after) + 1;
    return { ok: true, value: rows.slice(from, from + Math.min(500, page.limit)) };
  };
  return { asked, read, placeOf };
}

it('asks once for what one page holds', async () => {
  const { asked, ...list } = route(all);
  expect(await readPages(list, 51)).toEqual({ ok: true, value: all.slice(0, 51) });
  expect(asked).toEqual([{ limit: 51 }]);
});

it('goes on from page to page, none twice and none left out, and stops at the end', async () => {
  const { asked, ...list } = route(all);
  expect(await readPages(list, 5_000)).toEqual({ ok: true, value: all });
  expect(asked).toEqual([{ limit: 500 }, { limit: 500, after: 'r499' }, { limit: 500, after: 'r999' }]);
});

it('answers a failure on any page with that failure', async () => {
  const failure = { code: 'offline', status: 0, message: '', issues: [] } as const;
  let pages = 0;
  expect(await readPages({ placeOf, read: async () => pages++ === 0 ? { ok: true, value: all.slice(0, 500) } : { ok: false, failure } }, 501)).toEqual({ ok: false, failure });
});
