import type { Overview } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';

/** Which kinds of page were recognized, and how often they were viewed. */
export function PageTable({ pages, format }: { readonly pages: Overview['pages']; readonly format: Format }): JSX.Element {
  return (
    <Table label={word('overview.pages')} rows={pages} id={row => row.id} columns={[
      { title: word('page.name'), cell: row => wordOr('page.type', row.id) },
      { title: word('page.views'), number: true, cell: row => format.count(row.views) },
      { title: word('page.sessions'), number: true, cell: row => format.count(row.sessions) },
    ]} />
  );
}
