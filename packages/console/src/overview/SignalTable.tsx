import type { Overview } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';

/** How often each signal was seen, and in how many sessions. */
export function SignalTable({ signals, format }: { readonly signals: Overview['signals']; readonly format: Format }): JSX.Element {
  return (
    <Table label={word('overview.signals')} rows={signals} id={row => row.id} columns={[
      { title: word('signal.name'), cell: row => row.id },
      { title: word('signal.count'), number: true, cell: row => format.count(row.count) },
      { title: word('signal.sessions'), number: true, cell: row => format.count(row.sessions) },
    ]} />
  );
}
