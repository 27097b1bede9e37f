import type { WidgetHost } from '../view.ts';

/**
 * Keeps the widget above a phone's keyboard: `--k` is how much of the window the keyboard covers. Pinch zoom shrinks
 * the visual viewport too and is left alone.
 * @returns stops following.
 */
export function followKeyboard(host: WidgetHost, shadow: ShadowRoot, element: HTMLElement): () => void {
  const view = host.document.defaultView;
  const visual = view && view.visualViewport;
  if (!view || !visual) return () => {};
  const follow = () => {
    const covered = visual.scale > 1.1 ? 0 : view.innerHeight - visual.height - visual.offsetTop;
    element.style.setProperty('--k', Math.max(0, Math.round(covered)) + 'px');
    // The panel is lower now: what is typed into may have gone out of its sight.
    if (covered > 0 && shadow.activeElement) shadow.activeElement.scrollIntoView({ block: 'nearest' });
  };
  const stops = ['resize', 'scroll'].map((type) => host.listen(visual, type, follow));
  follow();
  return () => stops.forEach((stop) => stop());
}
