import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const CELL = /("((?:[^"]|"")*)"|[^,\r\n]*)(,|\r?\n|$)/y;

/**
 * A gzipped CSV file with a header, as one record a row, all cells as text.
 * @throws Error in plain words when the folder has no such file or it holds none of the columns.
 */
export function readTable(folder: string, file: string, columns: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const text = unpack(join(folder, file));
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const [, plain = '', quoted, end] = CELL.exec(text)!;
    rows[rows.length - 1]!.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end !== ',') rows.push([]);
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1);
  const missing = columns.filter((name) => !head.includes(name));
  if (missing.length) throw new Error(`${file} has no column ${missing.join(', ')}.`);
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

function unpack(path: string): string {
  try {
    return gunzipSync(readFileSync(path)).toString('utf8');
  } catch (error) {
    throw new Error((error as { code?: string }).code === 'ENOENT' ? `There is no file ${path}.` : `${path} is no gzip file.`, { cause: error });
  }
}
