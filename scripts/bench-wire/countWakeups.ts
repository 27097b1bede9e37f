/**
 * Runs in the page before anything else: counts every callback that runs because time passed or the browser had something to
 * say (timers, frames, idle callbacks, observers, listeners) in `window.__wakeups`, by the name of what called.
 */
export function countWakeups(): void {
  const counts: Record<string, number> = {};
  (window as unknown as Record<string, unknown>)['__wakeups'] = counts;
  const counted = (name: string, run: unknown): unknown =>
    typeof run !== 'function' ? run : function (this: unknown, ...args: unknown[]) {
      counts[name] = (counts[name] ?? 0) + 1;
      return run.apply(this, args);
    };
  const page = window as unknown as Record<string, any>;
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = page[name];
    page[name] = (run: unknown, ...rest: unknown[]) => original.call(window, counted(name, run), ...rest);
  }
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver']) {
    const Original = page[name];
    page[name] = new Proxy(Original, { construct: (target, [run, ...rest]) => new target(counted(name, run), ...rest) });
  }
  const wrapped = new WeakMap<object, unknown>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type: string, run: any, options?: any) {
    if (typeof run === 'function' && !wrapped.has(run)) wrapped.set(run, counted('listener', run));
    return addEventListener.call(this, type, (run && wrapped.get(run)) ?? run, options);
  };
  EventTarget.prototype.removeEventListener = function (type: string, run: any, options?: any) {
    return removeEventListener.call(this, type, (run && wrapped.get(run)) ?? run, options);
  };
}
