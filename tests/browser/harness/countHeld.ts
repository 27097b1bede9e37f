/**
 * Counts what scripts of Tactful's add to the page and don't take away, from before they are there; runs in the page, before all else. `held()` tells:
 * the types of listeners, timers, observers, channels.
 */
export const countHeld = (): void => {
  // Ours are told by the script that the call comes from: the browser's driver listens, too.
  const ours = (): boolean => /tactful/.test(new Error().stack!.replace(/^.*pk_test.*$/gm, ''));
  const held = { listeners: new Map<string, number>(), timers: new Set<unknown>(), observers: new Set<object>(), channels: 0 };
  const add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener;
  const ids = new WeakMap<object, number>();
  let next = 0;
  const key = (target: unknown, type: string, run: object | null, options: unknown): string => {
    for (const one of [target as object, run ?? {}]) if (!ids.has(one)) ids.set(one, ++next);
    return [ids.get(target as object), type, ids.get(run ?? {}), !!(typeof options === 'object' && options ? (options as AddEventListenerOptions).capture : options)].join();
  };
  EventTarget.prototype.addEventListener = function (type, run, options) {
    if (ours()) held.listeners.set(key(this ?? window, type, run as object, options), 1);
    return add.call(this, type, run, options);
  };
  EventTarget.prototype.removeEventListener = function (type, run, options) {
    held.listeners.delete(key(this ?? window, type, run as object, options));
    return remove.call(this, type, run, options);
  };
  const set = window.setTimeout, clear = window.clearTimeout;
  window.setTimeout = ((run: () => void, delay: number) => {
    const id = set(() => {
      held.timers.delete(id);
      run();
    }, delay);
    if (ours()) held.timers.add(id);
    return id;
  }) as typeof setTimeout;
  window.clearTimeout = (id) => {
    held.timers.delete(id);
    clear(id);
  };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'] as const) {
    const { observe, disconnect } = window[name].prototype as MutationObserver;
    Object.assign(window[name].prototype, {
      observe(this: object, ...args: [Node]) {
        if (ours()) held.observers.add(this);
        return observe.apply(this as MutationObserver, args);
      },
      disconnect(this: object) {
        held.observers.delete(this);
        disconnect.call(this as MutationObserver);
      },
    });
  }
  const Channel = window.BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      held.channels++;
    }
    override close() {
      held.channels--;
      super.close();
    }
  };
  (window as any).held = () => ({ listeners: [...held.listeners.keys()].map((name) => name.split(',')[1]).sort(), timers: held.timers.size, observers: held.observers.size, channels: held.channels });
};
