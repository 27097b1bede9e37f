import type { SessionRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { Badge } from '../parts/Badge.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';
import { cartText } from './cartText.ts';

/** Sessions, newest first; each opens its room. One taken as a bot is marked. */
export function SessionTable({ desk, rows }: { readonly desk: Desk; readonly rows: readonly SessionRow[] }): JSX.Element {
  const { format, site } = desk;
  return (
    <Table label={word('room.sessions')} rows={rows} id={row => row.session} columns={[
      { title: word('session.seen'), cell: row => <><a href={routeTo(site.id, 'sessions', row.session)}>{format.dateTime(row.at)}</a>{row.bot && <> <Badge tone="warn" text={word('session.bot')} /></>}</> },
      { title: word('session.device'), cell: row => wordOr('device', row.device) },
      { title: word('session.active'), number: true, cell: row => format.span(row.activeMs) },
      { title: word('session.pages'), number: true, cell: row => format.count(row.pages) },
      { title: word('session.cart'), number: true, cell: row => cartText({ value: row.cartValue, currency: row.currency }, desk) },
      { title: word('session.exposures'), number: true, cell: row => row.bot ? '–' : format.count(row.exposures) },
      { title: word('session.goals'), number: true, cell: row => format.count(row.goals) },
    ]} />
  );
}
