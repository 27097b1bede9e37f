/** How long is waited for what may never come, in milliseconds: for Tactful to be ready, for its message, for its summary. */
export interface Patience { readonly ready: number; readonly shown: number; readonly sent: number }

/**
 * Runs in the page before anything else, and holds what the browser made: what the page breaks later breaks nothing of the judge
 * (no spread, no `for of`, no method of anything, and objects of its own have no prototype). Asks for nothing of Tactful but its verbs
 * and events, and goes on using what is the page's own; posts what it saw to `/verdict`, in lines of the order of `Verdict`.
 */
export function playInPage(tamper: () => void, late: boolean, patience: Patience): void {
  const page = window as any;
  const { performance } = page;
  const now = performance.now.bind(performance);
  const resources = performance.getEntriesByType.bind(performance, 'resource');
  const every = setInterval.bind(window);
  const stop = clearInterval.bind(window);
  const send = fetch.bind(window);
  const listen = addEventListener.bind(window);
  const { apply, ownKeys, getOwnPropertyDescriptor } = Reflect;
  const { push, join } = Array.prototype;
  const { indexOf } = String.prototype;
  const { is, create, isFrozen } = Object;
  const { isArray } = Array;
  const text = String;
  const add = (list: string[], word: string): void => void apply(push, list, [word]);

  const errors: string[] = [];
  listen('error', (event) => add(errors, `error: ${event.message}`));
  listen('unhandledrejection', (event) => add(errors, `rejection: ${event.reason}`));
  let ready = false;
  let shown = false;
  listen('tactful:ready', () => { ready = true; });
  listen('tactful:message:shown', () => { shown = true; });

  type Photo = Record<string, unknown>;
  const look = (photo: Photo, name: string, owner: any): void => {
    const keys = ownKeys(owner);
    for (let n = 0; n < keys.length; n++) {
      const slot = getOwnPropertyDescriptor(owner, keys[n]!)!;
      if (slot) photo[`${name}.${text(keys[n])}`] = slot.get ?? slot.value;
    }
  };
  const OBJECTS = ['Math', 'JSON', 'Reflect', 'Intl', 'Atomics', 'history', 'navigator', 'document', 'location', 'performance', 'console', 'dataLayer'];
  /** Every own property of the window, of each function on it, of its prototype, and of the objects that a library might patch. */
  const photograph = (): Photo => {
    const photo: Photo = create(null);
    look(photo, 'window', page);
    const keys = ownKeys(page);
    for (let n = 0; n < keys.length; n++) {
      const name = text(keys[n]);
      const value = getOwnPropertyDescriptor(page, keys[n]!)?.value;
      if (name == 'tactful' || typeof value != 'function') continue;
      look(photo, name, value);
      if (value.prototype) look(photo, `${name}.prototype`, value.prototype);
    }
    for (let n = 0; n < OBJECTS.length; n++) {
      const value = page[OBJECTS[n]!];
      if (value && typeof value == 'object') look(photo, OBJECTS[n]!, value);
    }
    return photo;
  };
  /** What the browser makes anew each time it is asked. */
  const moving: Photo = create(null);
  const differ = (before: Photo): string[] => {
    const after = photograph();
    const out: string[] = [];
    const names = ownKeys(after) as string[];
    for (let n = 0; n < names.length; n++) if (!(names[n]! in before) || !is(before[names[n]!], after[names[n]!]) && !(names[n]! in moving)) add(out, names[n]!);
    const known = ownKeys(before) as string[];
    for (let n = 0; n < known.length; n++) if (!(known[n]! in after)) add(out, `${known[n]} is gone`);
    return out;
  };
  const until = (fact: () => boolean, limit: number, then: () => void): void => {
    const end = now() + limit;
    const timer = every(() => {
      if (!fact() && now() < end) return;
      stop(timer);
      then();
    }, 10);
  };
  const call = (verb: string): void => {
    try {
      if (typeof page.tactful == 'function') page.tactful(verb, 'stuck');
    } catch (error) {
      add(errors, `${verb} threw ${error}`);
    }
  };
  const sent = (): boolean => {
    const all = resources();
    for (let n = 0; n < all.length; n++) if (apply(indexOf, all[n].name, ['/v1/summaries']) >= 0) return true;
    return false;
  };
  /** The page tells its queue of an event, which is patched; where it broke what that does by itself, it is no fault of ours. */
  const use = (): void => {
    const { dataLayer } = page;
    const plain: number[] = [];
    try {
      plain.push(1);
    } catch {
      return;
    }
    if (!isArray(dataLayer) || isFrozen(dataLayer)) return;
    try {
      const { length } = dataLayer;
      if (dataLayer.push({ event: 'seen' }) != length + 1) add(errors, 'push gave another length');
    } catch (error) {
      add(errors, `push threw ${error}`);
    }
  };

  page.dataLayer = [];
  let before = photograph();
  const again = photograph();
  for (let n = 0, names = ownKeys(again) as string[]; n < names.length; n++) if (!is(before[names[n]!], again[names[n]!])) moving[names[n]!] = true;
  if (!late) {
    tamper();
    before = photograph();
  }
  let changed: string[] = [];
  listen('load', () => until(() => ready, patience.ready, () => {
    if (late) {
      changed = differ(before);
      tamper();
      before = photograph();
    }
    use();
    call('page');
    call('cart');
    call('setAttributes');
    call('summary');
    call('track');
    call('explain');
    until(() => shown, patience.shown, () => {
      if (!late) changed = differ(before);
      call('flush');
      until(sent, patience.sent, () => {
        call('destroy');
        use();
        until(() => false, 60, () => {
          const left = differ(before);
          const line = (words: string[]): string => apply(join, words, ['\t']);
          const how: RequestInit = create(null);
          how.method = 'POST';
          how.body = `${line(errors)}\n${line(changed)}\n${line(left)}\n${ready}\n${shown}`;
          void send('/verdict', how);
        });
      });
    });
  }));
}
