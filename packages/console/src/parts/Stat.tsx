import type { ComponentChildren, JSX } from 'preact';

/** One number and its name, for a list of them (`<dl class="stats">`). */
export function Stat({ name, value, note }: { readonly name: string; readonly value: ComponentChildren; readonly note?: ComponentChildren }): JSX.Element {
  return <div class="stat"><dt>{name}</dt><dd>{value}{note && <small>{note}</small>}</dd></div>;
}
