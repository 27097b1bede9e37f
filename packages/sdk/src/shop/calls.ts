import { MOST_ARGUMENTS } from '../queue.ts';
import type { Raw, StartVocabulary } from './Shop.ts';

/** A call's arguments, whatever length they claim. */
const list = (given: unknown): unknown[] => [].slice.call(Object(given), 0, MOST_ARGUMENTS);

/**
 * Analytics that are told by a call: Segment's `analytics.track`, Sensors Analytics' `sensors.track`, GrowingIO's `gdp('track', …)`
 * and `gio('track', …)`. What a vendor's snippet has queued before is read, too. Names with a `$` are Sensors' own autocapture.
 * https://segment.com/docs/connections/spec/ecommerce/v2/ · https://manual.sensorsdata.cn/sa/latest/zh_cn/tech_sdk_client_web_use-7548087.html
 * https://growingio.github.io/growingio-sdk-docs/docs/webjs/commonlyApi
 */
export const startCalls: StartVocabulary = ({ scope, tell }) => {
  const known = new WeakSet<object>();
  /** A vendor's script plays its snippet's queue again, with the same objects. */
  const heard = new WeakSet<object>();
  const say = (source: string, [name, ...rest]: readonly unknown[]): void => {
    const props = rest.find((one) => one && typeof one == 'object') as Raw | undefined;
    if (typeof name != 'string' || name[0] == '$' || props && heard.has(props)) return;
    if (props) heard.add(props);
    tell(source, name, props);
  };
  // One that may not be wrapped is left alone, and the others are heard.
  const patch = scope.guard((owner: any, name: string, run: (args: readonly unknown[]) => void): void => {
    const original = owner[name];
    if (typeof original != 'function' || known.has(original)) return;
    known.add(original);
    scope.patch(owner, name, run);
    // Snippets keep their queue on the function itself.
    Object.assign(owner[name], original);
    known.add(owner[name]);
  });
  const queued = (queue: unknown, source: string): void => {
    if (Array.isArray(queue)) for (const [word, ...args] of Object.values(queue).map(list)) {
      // `[method, arguments]` where a snippet makes a function for each method.
      if (word == 'track') say(source, typeof args[0] == 'object' ? list(args[0]) : args);
    }
  };
  return () => {
    const page = window as any;
    const sensors = page.sensorsDataAnalytic201505;
    const objects: Record<string, any> = { segment: page.analytics, sensors: (typeof sensors == 'string' ? page[sensors] : sensors) || page.sensors };
    for (const source of Object.keys(objects)) {
      const owner = objects[source];
      if (!owner || typeof owner.track != 'function') continue;
      if (!known.has(owner)) queued(Array.isArray(owner) ? owner : owner._q, source);
      known.add(owner);
      patch(owner, 'track', (args) => say(source, args));
    }
    for (const name of ['gdp', 'gio']) {
      if (typeof page[name] != 'function' || known.has(page[name])) continue;
      queued(page[name].q, name);
      patch(page, name, ([word, ...args]) => word == 'track' && say(name, args));
    }
  };
};
