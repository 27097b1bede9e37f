import type { Core } from '../core.ts';
import { createScope, type Scope, type Stop } from '../scope.ts';
import { startAttention } from './attention.ts';
import { cartFact } from './cartFact.ts';
import { startCommerce } from './commerce.ts';
import { startErrors } from './errors.ts';
import { startForms } from './forms.ts';
import { startMedia } from './media.ts';
import { startPages, type Pages } from './pages.ts';
import { readEntry, type PageEvent } from './readEntry.ts';
import { startScroll } from './scroll.ts';
import { startSources } from './sources.ts';
import { startTargets, type Targets } from './targets.ts';

export interface Sensors {
  readonly pages: Pages;
  event(event: PageEvent): void;
  /** For files that come late. */
  readonly readEntry: typeof readEntry;
  readonly cartFact: typeof cartFact;
  /** Runs with each configuration, in a scope that ends with it; for a file that came late at once. */
  join(run: (scope: Scope) => void): void;
  /** Runs when a page is entered (`anew`), when it has loaded, and when the visitor does something: what comes late is looked for. */
  watch(run: (anew?: boolean) => void): void;
  /** Watches what a new configuration names, and says the present state to an engine that has just begun. */
  begin(anew: boolean, submitted?: string): void;
}

/**
 * All sensors of the page.
 * @param late looks for what further files stand for
 */
export function startSensors(core: Core, submitted: (form: string) => void, late: (anew?: boolean) => void): Sensors {
  let targets: Targets | undefined;
  let stop: Stop | undefined;
  let scope: Scope | undefined;
  const joined: ((scope: Scope) => void)[] = [];
  const watches = [late];
  // What comes late (a queue made by a tag manager, an element drawn by the page) is looked for when the visitor does something.
  const look = (anew?: boolean): void => {
    if (!core.engine) return;
    targets!.scan(anew);
    attach();
    watches.forEach((run) => core.scope.guard(run)(anew));
  };
  const pages = startPages(core, look);
  const forms = startForms({ ...core, submitted, containing: (form) => targets ? targets.containing(form) : [] });
  const event = startCommerce(core, { form: forms.tell, hint: pages.hint });
  const attach = startSources(core, event);
  const attention = startAttention(core, look);
  if (core.settings.autocapture != false) [startErrors, startMedia, startScroll].forEach((start) => start(core));
  core.scope.listen(window, 'load', () => look());
  return {
    pages, event, readEntry, cartFact,
    join(run) {
      joined.push(run);
      if (scope) run(scope);
    },
    watch: (run) => watches.push(run),
    begin(anew, form) {
      if (stop) stop();
      scope = createScope(core.scope.guard);
      stop = core.scope.track(scope.stop);
      targets = startTargets({ ...core, scope }, core.engine!);
      // Whatever the page did to one of them, the others begin.
      [() => pages.enter(anew), attention, () => look(), () => forms.scan(form), ...joined].forEach((run) => core.scope.guard(run)(scope!));
    },
  };
}
