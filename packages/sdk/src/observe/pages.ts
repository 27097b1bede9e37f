import type { PageType } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { matchPage } from './matchPage.ts';
import { pageWords } from './pageWords.ts';
import { recognizePage } from './recognizePage.ts';

export interface Pages {
  /** Looks where the page is; says so when it is a new place, or anyway. */
  enter(anyway?: unknown): void;
  /** `page()`: the host names the place. */
  name(id: string): void;
  /** An event that is told on arrival: its words tell the type of a place that nothing else named. */
  hint(words: string): void;
}

/**
 * Pages of the site: Navigation API where there is one, else a patched `history`; hash routes.
 * @param entered runs once the engine heard of a place
 */
export function startPages(core: Pick<Core, 'scope' | 'observe' | 'config'>, entered: (anew: boolean) => void): Pages {
  const { scope, observe } = core;
  let key: string;
  let type: PageType;
  let id: string | null;
  const tell = (again?: boolean): void => {
    observe({ kind: 'page', page: id, type, ...(again && { again }) });
    entered(true);
  };
  const enter = (anyway?: unknown): void => {
    const { pathname, search, hash } = location;
    if (!core.config) return;
    let named: string | undefined;
    const page = core.config.pages.find(({ match }) => (named = match.find((pattern) => matchPage(pattern, location))) != null);
    id = page ? page.id : null;
    // A query or an in-page anchor alone is no entry unless the pattern names it.
    const next = id + pathname + (named && named.includes('?') ? search : '') + (/^#!?\//.test(hash) ? hash : '');
    if (next == key && !anyway) return;
    key = next;
    type = page && page.type || recognizePage(pageWords());
    tell();
  };
  const routed = (): void => enter();
  const { navigation } = window as any;
  // A page may have a variable, or an element, of that name.
  if (navigation && navigation.currentEntry) scope.listen(navigation, 'currententrychange', routed);
  else {
    scope.patch(history, 'pushState', routed);
    scope.patch(history, 'replaceState', routed);
    scope.listen(window, 'popstate hashchange', routed);
  }
  return {
    enter,
    name(given) {
      id = given;
      tell();
    },
    hint(words) {
      if (id || type != 'other') return;
      type = recognizePage(words);
      if (type != 'other') tell(true);
    },
  };
}
