import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A room's heading and content. The heading takes the focus when the room opens, so that a screen reader begins there. */
export function Room({ title, lead, aside, children }: {
  readonly title: string; readonly lead?: ComponentChildren; readonly aside?: ComponentChildren; readonly children: ComponentChildren;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Tactful`;
    const active = document.activeElement;
    if (active && active !== document.body) heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <>
      <header class="room-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </>
  );
}
