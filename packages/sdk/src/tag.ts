import type { Files } from './core.ts';
import { createGuard } from './guard.ts';
import { readOptions } from './options.ts';
import { drainQueue, type Call } from './queue.ts';
import { start } from './start.ts';
import { VERSION } from './version.ts';

/** What the script tag finds and leaves on `window`: one function, with the verbs as its methods. */
type Globals = { tactful?: { version?: string } & Call; tactfulConfig?: unknown };

// A browser without what this needs, or a page that broke it, goes on without us.
const guard = createGuard(() => undefined);
guard(() => {
  const globals = window as unknown as Globals;
  const { currentScript: script } = document;
  const { tactful: stub, tactfulConfig } = globals;
  // An element by that name would stand in for either.
  if (typeof stub == 'function' && stub.version) console.warn('tactful: loaded twice');
  else {
    // Run as text by a tag manager it has neither address nor attributes.
    const { src = '', dataset }: { src?: string; dataset?: DOMStringMap } = script instanceof HTMLScriptElement ? script : {};
    // The script's own folder: `/tactful.js` and `/v/<version>/tactful.js` alike.
    const base = src.replace(/(\/v\/[^/]+)?\/[^/?]*(\?.*)?$/, '');
    const settings = readOptions({ apiHost: base }, dataset, Object(tactfulConfig).constructor == Object && tactfulConfig);
    const { key, apiHost } = settings;
    if (key && apiHost) {
      const files: Files = (name) => import(`${base || apiHost}/v/${VERSION}/tactful-${name}.js`);
      const verbs: Record<string, any> = start(settings as typeof settings & { key: string; apiHost: string }, files);
      // An unknown verb is no function, or one that does nothing without its object.
      const call: Call = guard((verb, ...args) => String(verb).split('.').reduce<any>((of, name) => of[name], verbs)(...args));
      globals.tactful = Object.assign(call, verbs, { version: VERSION });
      drainQueue(stub, guard, call);
    }
  }
})();
