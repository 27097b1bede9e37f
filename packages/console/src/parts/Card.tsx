import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A titled surface. */
export function Card({ title, note, wide, children }: {
  readonly title: string; readonly note?: ComponentChildren; readonly wide?: boolean; readonly children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  return (
    <section class={wide ? 'card wide' : 'card'} aria-labelledby={id}>
      <header class="card-head"><h2 id={id}>{title}</h2>{note && <p class="note">{note}</p>}</header>
      {children}
    </section>
  );
}
