import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { unitText } from './unitText.ts';

/** What moves a score, the most first, in the registry's words; each with a bar as long as its share of the largest. */
export function DriverBars({ importance, format }: { readonly importance: Readonly<Record<string, number>>; readonly format: Format }): JSX.Element {
  const rows = Object.entries(importance);
  const top = Math.max(...rows.map(([, by]) => by));
  return (
    <ul class="gates">
      {rows.map(([name, by]) => (
        <li key={name}>
          <span class="gate-name">{unitText(name)} <code class="note">{name.replace(/[._]/g, '$&\u200b')}</code></span>
          <span class="gate-bar" aria-hidden="true"><i style={{ inlineSize: `${Math.max(1, by / top * 100)}%` }} /></span>
          <span class="gate-count">{format.number(by)}</span>
        </li>
      ))}
    </ul>
  );
}
