import type { Kit } from './createKit.ts';

/** Remembers where on the page the focus was before it came in. */
export function focusMemory(kit: Kit, shadow: ShadowRoot): { giveBack(): boolean } {
  let left: EventTarget | undefined;
  let before: HTMLElement | null = null;
  // Of a shadow root of the page's, `focusin` would name the host, which takes no focus itself.
  kit.listen(kit.host.document, 'focusout', (event) => left = event.composedPath()[0], { capture: true });
  kit.listen(shadow, 'focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget as Node | null;
    // Null also comes when what had the focus in here is hidden: then it still belongs to where it came from.
    if (from && !shadow.contains(from)) before = left as HTMLElement;
  });
  return {
    /** Puts the focus back without scrolling; false when nothing on the page had it. */
    giveBack() {
      const back = before && before.isConnected ? before : null;
      before = null;
      if (back) back.focus({ preventScroll: true });
      return !!back;
    },
  };
}
