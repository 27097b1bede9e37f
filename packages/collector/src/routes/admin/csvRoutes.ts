import { docs } from '#docs';
import type { AppContext } from '../../AppEnv.ts';
import { refuse } from '../../answer/refuse.ts';
import { CSV_TABLES } from '../../csv/CSV_TABLES.ts';
import { sessionValues } from '../../csv/sessionValues.ts';
import { writeCsv, type CsvRow } from '../../csv/writeCsv.ts';
import { readSession } from '../../report/readSessions.ts';
import { route, type AnyRoute } from '../route.ts';

const CSV = 'text/csv; charset=utf-8';

/** Answers a file to keep. */
function answer(c: AppContext, { name, columns, pages }: { readonly name: string; readonly columns: readonly string[]; readonly pages: AsyncIterable<readonly CsvRow[]> }): Response {
  c.header('content-disposition', `attachment; filename="${c.get('site').id}-${name}.csv"`);
  return c.body(writeCsv(columns, pages), 200, { 'content-type': CSV });
}

async function* once(rows: readonly CsvRow[]): AsyncGenerator<readonly CsvRow[]> { yield rows; }

const sessionCsvRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/sessions/:session/values.csv', who: 'viewer',
  docs: docs({ does: 'One session as CSV: a row to each value of its tables.', answers: [200, 'CSV'], type: 'text/csv', errors: ['not_found'] }),
  async handle(c) {
    const found = await readSession(c);
    return found ? answer(c, { name: 'session', columns: ['table', 'name', 'measure', 'value'], pages: once(sessionValues(found)) }) : refuse(c, 'not_found');
  },
});

/** Each table as a CSV file. Text that a spreadsheet would take for a formula is made text. */
export const csvRoutes: readonly AnyRoute[] = [
  ...Object.entries(CSV_TABLES).map(([name, { who, row, columns, pages }]) => route({
    method: 'GET', path: `/v1/admin/sites/:site/${name}.csv`, who,
    docs: docs({ does: `As CSV, from first to last: a row is ${row}.`, answers: [200, 'CSV'], type: 'text/csv' }),
    handle: (c) => answer(c, { name, columns, pages: pages(c) }),
  })),
  sessionCsvRoute,
];
