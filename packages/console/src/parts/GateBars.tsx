import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { wordOr } from '../words/wordOr.ts';

/** Counts by gate, most frequent first, each with a bar as long as its share of the largest. */
export function GateBars({ gates, format }: { readonly gates: Readonly<Record<string, number | undefined>>; readonly format: Format }): JSX.Element {
  const rows = Object.entries(gates).map(([gate, n]) => [gate, n ?? 0] as const).sort((a, b) => b[1] - a[1]);
  const top = Math.max(1, ...rows.map(([, n]) => n));
  return (
    <ul class="gates">
      {rows.map(([gate, n]) => (
        <li key={gate}>
          <span class="gate-name">{wordOr('gate', gate)}</span>
          <span class="gate-bar" aria-hidden="true"><i style={{ inlineSize: `${Math.max(1, n / top * 100)}%` }} /></span>
          <span class="gate-count">{format.count(n)}</span>
        </li>
      ))}
    </ul>
  );
}
