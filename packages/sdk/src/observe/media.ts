import type { Watch } from './watch.ts';

/** A playing video, which counts as activity. */
export function startMedia({ scope, observe }: Watch): void {
  const playing = new Set<EventTarget>();
  scope.listen(document, 'play pause ended emptied', ({ type, target }: Event & { target: Element }) => {
    if (target.localName != 'video') return;
    playing[type == 'play' ? 'add' : 'delete'](target);
    observe({ kind: 'media', playing: playing.size > 0 });
  });
}
