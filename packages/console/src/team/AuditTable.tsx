import type { AuditEntry } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { Empty } from '../parts/Empty.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';

/** Who did it, as what they were then. */
const byText = ({ by, role }: AuditEntry): string =>
  by === 'deploy' || role === 'deploy' ? word('audit.deploy') : role === '' ? by : word('audit.role', { by, role: word(`role.${role}`) });

/** What was changed on the site, newest first. */
export function AuditTable({ desk, rows }: { readonly desk: Desk; readonly rows: readonly AuditEntry[] }): JSX.Element {
  if (rows.length === 0) return <Empty title={word('audit.empty')}><p>{word('audit.empty.body')}</p></Empty>;
  return (
    <Table wordy label={word('audit.title')} rows={rows.map((row, place) => ({ ...row, place }))} id={({ place }) => String(place)} columns={[
      { title: word('audit.at'), cell: ({ at }) => desk.format.dateTime(at) },
      { title: word('audit.by'), cell: byText },
      { title: word('audit.what'), cell: ({ action }) => wordOr('did', action) },
      { title: word('audit.detail'), cell: ({ detail }) => detail },
    ]} />
  );
}
