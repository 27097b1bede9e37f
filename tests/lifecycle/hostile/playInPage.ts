/** How long is waited for what may never come, in milliseconds: for Tactful to be ready, for its message, for its summary. */
export interface Patience { readonly ready: number; readonly shown: number; readonly sent: number }

/**
 * Runs in the page before anything else, and holds what the browser made: what the page breaks later breaks nothing of the judge
 * (no spread, no `for of`, no method that a tampering names). Asks for nothing of Tactful but its verbs and events; posts what it
 * saw to `/verdict`, in lines of the order of `Verdict`.
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
  const { apply, ownKeys } = Reflect;
  const { push, join } = Array.prototype;
  const { is, getOwnPropertyDescriptor } = Object;
  const Photo = Map;
  const add = (list: string[], word: string): void => void apply(push, list, [word]);

  const errors: string[] = [];
  listen('error', (event) => add(errors, `error: ${event.message}`));
  listen('unhandledrejection', (event) => add(errors, `rejection: ${event.reason}`));
  let ready = false;
  let shown = false;
  listen('tactful:ready', () => { ready = true; });
  listen('tactful:message:shown', () => { shown = true; });

  const look = (photo: Map<string, unknown>, name: string, owner: any): void => {
    const keys = ownKeys(owner);
    for (let n = 0; n < keys.length; n++) {
      const slot = getOwnPropertyDescriptor(owner, keys[n]!)!;
      if (slot) photo.set(`${name}.${String(keys[n])}`, slot.get ?? slot.value);
    }
  };
  /** Every own property of the window, of each function on it, of its prototype, and of the objects that a library might patch. */
  const photograph = (): Map<string, unknown> => {
    const photo = new Photo<string, unknown>();
    look(photo, 'window', page);
    const objects = ['Math', 'JSON', 'Reflect', 'Intl', 'Atomics', 'history', 'navigator', 'document', 'location', 'performance', 'console', 'dataLayer'];
    const keys = ownKeys(page);
    for (let n = 0; n < keys.length; n++) {
      const name = String(keys[n]);
      const value = getOwnPropertyDescriptor(page, keys[n]!)?.value;
      if (name == 'tactful' || typeof value != 'function') continue;
      look(photo, name, value);
      if (value.prototype) look(photo, `${name}.prototype`, value.prototype);
    }
    for (let n = 0; n < objects.length; n++) {
      const value = page[objects[n]!];
      if (value && typeof value == 'object') look(photo, objects[n]!, value);
    }
    return photo;
  };
  /** What the browser makes anew each time it is asked. */
  const moving = new Photo<string, true>();
  const differ = (before: Map<string, unknown>): string[] => {
    const after = photograph();
    const out: string[] = [];
    after.forEach((value, name) => { if (!before.has(name) || !is(before.get(name), value) && !moving.has(name)) add(out, name); });
    before.forEach((_value, name) => { if (!after.has(name)) add(out, `${name} is gone`); });
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

  let before = photograph();
  photograph().forEach((value, name) => { if (!is(before.get(name), value)) moving.set(name, true); });
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
    call('page');
    call('cart');
    call('setAttributes');
    call('summary');
    call('track');
    call('explain');
    until(() => shown, patience.shown, () => {
      if (!late) changed = differ(before);
      call('flush');
      until(() => resources().some(({ name }: PerformanceEntry) => name.includes('/v1/summaries')), patience.sent, () => {
        call('destroy');
        until(() => false, 60, () => {
          const left = differ(before);
          const line = (words: string[]): string => apply(join, words, ['\t']);
          void send('/verdict', { method: 'POST', body: `${line(errors)}\n${line(changed)}\n${line(left)}\n${ready}\n${shown}` });
        });
      });
    });
  }));
}
