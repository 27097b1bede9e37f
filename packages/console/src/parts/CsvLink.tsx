import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { word } from '../words/word.ts';

/** Takes a table away as a file. `table`: its path below the site's, without the ending; `name`: what it is called; shown where it is `one` of several. */
export function CsvLink({ desk, table, name, one }: { readonly desk: Desk; readonly table: string; readonly name: string; readonly one?: boolean }): JSX.Element {
  return <a class="button quiet" href={`/v1/admin/sites/${encodeURIComponent(desk.site.id)}/${table}.csv`} download="" aria-label={word('csv.of', { name })}>{one ? word('csv.of', { name }) : word('csv')}</a>;
}
