import type { Milliseconds } from '@tactful/protocol';
import type { Guard } from './guard.ts';

export type Stop = () => void;

/** All that the SDK puts on the page goes through one scope, so that one `stop()` takes all of it away. */
export interface Scope {
  readonly guard: Guard;
  /** Adds guarded listeners for each of the types: passive and capturing unless said otherwise, so that a host that stops propagation hides nothing. */
  listen(target: EventTarget, types: string, run: (event: any) => void, options?: AddEventListenerOptions): Stop;
  /** One guarded timer. */
  after(delay: Milliseconds, run: () => unknown): Stop;
  /** The promise's value, or `undefined` when it rejects or takes longer, or the page broke what waiting needs. Never rejects. */
  upTo<T>(limit: Milliseconds, promise: Promise<T>): Promise<T | undefined>;
  /**
   * Lets `run` see each call of a method after the original ran; `this`, arguments and result are kept. On `stop` the
   * original is put back only if nobody patched after us; else ours stays in the chain and sees nothing any more.
   */
  patch(owner: object, name: string, run: (args: readonly unknown[]) => void): Stop;
  /** Anything else that has an end. */
  track(stop: Stop): Stop;
  /** The last first. */
  stop(): void;
}

export function createScope(guard: Guard): Scope {
  const stops = new Set<Stop>();
  let stopped: boolean | undefined;
  const track = (end: Stop): Stop => {
    const stop: Stop = guard(() => stops.delete(stop) && end());
    stops.add(stop);
    // What was still on its way when all was stopped is taken away as it comes.
    if (stopped) stop();
    return stop;
  };
  const after: Scope['after'] = (delay, run) => {
    // The page may have taken it away, or put another in its place that throws.
    const timer = guard(() => setTimeout(guard(() => {
      stop();
      return run();
    }), delay))();
    const stop = track(() => clearTimeout(timer));
    return stop;
  };
  return {
    guard,
    track,
    listen(target, types, run, options = { passive: true, capture: true }) {
      const guarded = guard(run) as EventListener;
      const all = types.split(' ');
      all.forEach((type) => target.addEventListener(type, guarded, options));
      return track(() => all.forEach((type) => target.removeEventListener(type, guarded, options)));
    },
    after,
    async upTo(limit, promise) {
      let value: Awaited<typeof promise> | undefined;
      let late: Stop, over: Stop = late = () => undefined;
      void (async () => {
        try {
          value = await promise;
        } catch (_error) {
          // As one that takes longer.
        }
        late();
        over();
      })();
      try {
        await new Promise<void>((resolve) => {
          over = resolve;
          // In two halves: while the page's own work holds the thread up, an answer can't come in, and no time should pass.
          late = after(limit / 2, () => {
            late = after(limit / 2, over);
          });
        });
      } catch (_error) {
        // Without the page's promises there is no time to wait.
      }
      return value;
    },
    patch(owner, name, run) {
      const object = owner as Record<string, unknown>;
      const own = Object.hasOwnProperty.call(object, name);
      const original = object[name] as (...args: unknown[]) => unknown;
      let seen = guard(run);
      const patched = object[name] = function (this: unknown, ...args: unknown[]): unknown {
        const result = original.apply(this, args);
        seen(args);
        return result;
      };
      return track(() => {
        seen = () => undefined;
        if (object[name] == patched) {
          if (own) object[name] = original;
          else delete object[name];
        }
      });
    },
    stop() {
      stopped = true;
      [...stops].reverse().forEach((stop) => stop());
    },
  };
}
