import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createEditor, type Editor } from './createEditor.ts';

/** Holds a text editor. `text` is read once; later texts go through the handle given to `onReady`. */
export function JsonEditor({ text, label, against, onChange, onReady }: {
  readonly text: string; readonly label: string; readonly against?: string;
  readonly onChange?: (text: string) => void; readonly onReady?: (editor: Editor) => void;
}): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const editor = createEditor({ root, text, label, ...(against === undefined ? {} : { against }), onChange: next => changed.current?.(next) });
    onReady?.(editor);
    return editor.destroy;
  }, []);
  return <div class={against === undefined ? 'editor' : 'editor diff'} ref={host} />;
}
