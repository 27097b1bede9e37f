import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { refuse } from './refuse.ts';

/** A row by its column's name, all cells as text. */
export type Row = Readonly<Record<string, string>>;

/**
 * A CSV file with a header, gzipped or not; lines without anything are no rows.
 * @param columns that it must have
 * @throws Error with a code, in plain words, when there is no such file, it is none, lacks a column or a cell, or names a column twice.
 */
export function readTable(path: string, columns: readonly string[] = []): readonly Row[] {
  const file = basename(path);
  const { data: [head = [], ...body], errors: [wrong] } = Papa.parse<string[]>(unpack(path), { skipEmptyLines: 'greedy', delimiter: ',' });
  if (wrong) throw refuse('wrong_type', `Row ${wrong.row} of ${file}: ${wrong.message}.`);
  if (!body.length) throw refuse('empty', `${file} has no rows below its header.`);
  const absent = columns.filter((name) => !head.includes(name));
  if (absent.length) throw refuse('missing', `${file} has no column ${absent.join(', ')}. It has ${head.join(', ')}.`);
  const twice = head.find((name, at) => head.indexOf(name) !== at);
  if (twice !== undefined) throw refuse('ambiguous', `${file} has two columns ${twice}.`);
  const ragged = body.findIndex((row) => row.length !== head.length);
  if (ragged >= 0) throw refuse(body[ragged]!.length < head.length ? 'too_few' : 'too_many', `Row ${ragged + 1} of ${file} has ${body[ragged]!.length} cells, its header ${head.length}.`);
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]!])));
}

function unpack(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (path.endsWith('.gz') || bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as { code?: string };
    throw code === 'ENOENT' ? refuse('missing', `There is no file ${path}.`, error)
      : code === 'EISDIR' ? refuse('wrong_type', `${path} is a folder.`, error)
      : refuse('wrong_type', `${path} is no gzip file.`, error);
  }
}
