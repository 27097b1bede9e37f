import type { ComponentChildren, JSX } from 'preact';

/** One column: its heading and what a row shows in it. `number` aligns at the end with tabular figures. */
export interface Column<T> { readonly title: string; readonly number?: boolean; readonly cell: (row: T) => ComponentChildren }

/** A table. One of more than four columns, or of a few with many words, turns into labeled pairs where it is narrow. */
export function Table<T>({ label, columns, rows, id, wordy = false }: {
  readonly label: string; readonly columns: readonly Column<T>[]; readonly rows: readonly T[]; readonly id: (row: T) => string; readonly wordy?: boolean;
}): JSX.Element {
  return (
    <table class={wordy ? 'table many wordy' : columns.length > 4 ? 'table many' : 'table'} aria-label={label}>
      <thead><tr>{columns.map(column => <th key={column.title} scope="col" class={column.number ? 'number' : ''}>{column.title}</th>)}</tr></thead>
      <tbody>
        {rows.map(row => (
          <tr key={id(row)}>
            {columns.map((column, index) => index === 0
              ? <th key={column.title} scope="row">{column.cell(row)}</th>
              : <td key={column.title} data-title={column.title} class={column.number ? 'number' : ''}>{column.cell(row)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
