import type { Watch } from '../observe/watch.ts';

/** Presses of links that lead to another page of this site, in this tab. */
export function startLinks({ scope }: Pick<Watch, 'scope'>, pressed: () => void): void {
  scope.listen(document, 'click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    const link = target instanceof Element && target.closest('a');
    // An anchor of this page, and a file, lead nowhere.
    if (link && link.host == location.host && link.href.split('#')[0] != location.href.split('#')[0] && !link.target && !link.hasAttribute('download') && !ctrlKey && !metaKey && !shiftKey) pressed();
  });
}
