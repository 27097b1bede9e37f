import { csvFormatRow } from 'd3-dsv';

/** What a cell may hold. Text is neutralized; numbers and booleans stand as they are; what is absent is empty. */
export type CsvCell = string | number | boolean | undefined;
export type CsvRow = readonly CsvCell[];

/**
 * Before what a spreadsheet would take for a formula: where text begins, and after all that begins a cell where the file is taken apart at `;` or TAB, as Excel does by
 * some settings, to which our quotes are no quotes then; the wide forms, too, which those set to Chinese or Japanese take alike. And before a line break that text begins with.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(?<=^|[\t\r\n;])(?="*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])/g;
/** By it Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const NEWLINE = '\r\n';

const safe = (cell: CsvCell): string => (typeof cell === 'string' ? cell.replace(FORMULA, "'") : String(cell ?? ''));
const lines = (rows: readonly CsvRow[]): string => rows.map((row) => csvFormatRow(row.map(safe)) + NEWLINE).join('');

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte order mark), written while it is read, so that its length has no bound. What would be a formula has an
 * apostrophe before it, which makes it text. A reading that fails breaks the answer off; it never ends as if it were whole.
 */
export function writeCsv(columns: readonly string[], pages: AsyncIterable<readonly CsvRow[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rest = pages[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + lines([columns]))),
    async pull(controller) {
      const { done, value } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(lines(value)));
    },
    async cancel() { await rest.return?.(); },
  });
}
