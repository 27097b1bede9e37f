import type { Watch } from './watch.ts';

/** A playing video, which counts as activity. */
export function startMedia({ scope, observe }: Watch): void {
  let playing = 0;
  scope.listen(document, 'play', ({ target }: Event & { target: Element }) => {
    if (target.localName != 'video') return;
    const tell = (more: number): void => observe({ kind: 'media', playing: (playing += more) > 0 });
    // Heard on the video itself: one that is taken out of the page pauses, and no event of it reaches the document.
    const stop = scope.listen(target, 'pause ended emptied', () => {
      stop();
      tell(-1);
    });
    tell(1);
  });
}
