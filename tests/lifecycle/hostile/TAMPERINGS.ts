/** What a page may have done to its own browser before or after Tactful came. */
export interface Tampering {
  /** What is no longer as the browser made it. */
  readonly name: string;
  /** Plain script, run in the page. */
  readonly script: string;
  /** Tactful has to do its duty even so: show its message and send its summary. Else it may be silent. It never harms. */
  readonly works: boolean;
  /** Run once Tactful is ready, not before its tag. */
  readonly late?: true;
}

const row = (works: boolean) => (name: string, script: string): Tampering => ({ name, script, works });
const works = row(true);
const bears = row(false);
const throws = (owner: string, name: string): string => `${owner}.${name} = function () { throw new Error('tampered ${name}') }`;
const getter = (owner: string, name: string, body: string): string => `Object.defineProperty(${owner}, '${name}', { configurable: true, get() { ${body} } })`;
const gone = (name: string): string => getter('window', name, 'return undefined');

/** Everything is wrapped as a zone library does it: originals are called, with another `this` chain and stack between. */
const ZONE = `['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'fetch'].forEach((name) => {
    const own = window[name];
    window[name] = function (run, ...rest) { return own.call(window, typeof run == 'function' ? function () { return run.apply(this, arguments) } : run, ...rest) };
  });
  const { addEventListener, removeEventListener } = EventTarget.prototype, tasks = new WeakMap();
  EventTarget.prototype.addEventListener = function (type, run, options) {
    if (typeof run == 'function' && !tasks.has(run)) tasks.set(run, function () { return run.apply(this, arguments) });
    return addEventListener.call(this, type, tasks.get(run) || run, options);
  };
  EventTarget.prototype.removeEventListener = function (type, run, options) { return removeEventListener.call(this, type, tasks.get(run) || run, options) };`;

/** A promise of the host's own, with the shape and none of the browser's slots. */
const PROMISE = `const Native = Promise;
  window.Promise = class ZonePromise {
    constructor(run) { this.own = new Native(run) }
    then(yes, no) { return ZonePromise.resolve(this.own.then(yes, no)) }
    catch(no) { return this.then(undefined, no) }
    finally(run) { return ZonePromise.resolve(this.own.finally(run)) }
    static resolve(value) { return new ZonePromise((yes) => yes(value && value.own || value)) }
    static reject(error) { return new ZonePromise((_yes, no) => no(error)) }
    static all(all) { return ZonePromise.resolve(Native.all([...all].map((one) => one && one.own || one))) }
    static race(all) { return ZonePromise.resolve(Native.race([...all].map((one) => one && one.own || one))) }
    static allSettled(all) { return ZonePromise.resolve(Native.allSettled([...all].map((one) => one && one.own || one))) }
  };`;

/** Promise 4's matrix: tamperings that are known of real pages and libraries, and what an enemy would do. */
export const TAMPERINGS: readonly Tampering[] = [
  works('nothing', ''),
  // JSON
  works('JSON.stringify throws', throws('JSON', 'stringify')),
  bears('JSON.parse throws', throws('JSON', 'parse')),
  bears('JSON is another object', 'window.JSON = {}'),
  works('arrays have toJSON, as Prototype.js gave them', 'Array.prototype.toJSON = String.prototype.toJSON = function () { return "broken" }'),
  works('every object has toJSON', 'Object.prototype.toJSON = function () { return "broken" }'),
  // Network
  bears('fetch throws', throws('window', 'fetch')),
  bears('fetch is gone', 'delete window.fetch'),
  bears('fetch never answers', 'window.fetch = () => new Promise(() => {})'),
  bears('fetch gives no promise', 'window.fetch = () => undefined'),
  bears('fetch answers with text that is no JSON', 'window.fetch = () => Promise.resolve(new Response("<html>"))'),
  bears('AbortController is gone', 'delete window.AbortController'),
  // Promises and timers
  works('a zone around timers and listeners', ZONE),
  works('a promise that is not the browser’s', PROMISE),
  bears('Promise throws', 'window.Promise = function () { throw new Error("tampered Promise") }'),
  bears('Promise.prototype.then throws', throws('Promise.prototype', 'then')),
  bears('Promise.race and all are gone', 'delete Promise.race; delete Promise.all'),
  bears('setTimeout throws', throws('window', 'setTimeout')),
  bears('setTimeout runs at once', 'window.setTimeout = (run) => { typeof run == "function" && run(); return 0 }'),
  bears('setTimeout gives nothing back and never runs', 'window.setTimeout = () => {}'),
  works('clearTimeout throws', throws('window', 'clearTimeout')),
  bears('requestAnimationFrame throws', throws('window', 'requestAnimationFrame')),
  works('queueMicrotask throws', throws('window', 'queueMicrotask')),
  // Clocks
  bears('Date.now throws', throws('Date', 'now')),
  bears('Date.now is no number', 'Date.now = () => NaN'),
  works('Date.now is two years ahead', 'const now = Date.now; Date.now = () => now() + 6.3e10'),
  bears('Date is another constructor', 'window.Date = function () { return { getTime: () => 0 } }'),
  bears('performance.now throws', throws('performance', 'now')),
  bears('performance is gone', gone('performance')),
  // Storage
  works('localStorage throws', getter('window', 'localStorage', 'throw new DOMException("no", "SecurityError")')),
  works('sessionStorage throws', getter('window', 'sessionStorage', 'throw new DOMException("no", "SecurityError")')),
  works('storage is full', 'Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError") }'),
  works('storage gives garbage', 'Storage.prototype.getItem = () => "{]"'),
  bears('IndexedDB hangs', 'IDBFactory.prototype.open = function () { return {} }'),
  bears('IndexedDB throws', 'IDBFactory.prototype.open = function () { throw new DOMException("no", "SecurityError") }'),
  bears('IndexedDB is gone', gone('indexedDB')),
  bears('IndexedDB keeps nothing', 'IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError") }'),
  works('every other transaction is aborted', 'let n = 0; const { transaction } = IDBDatabase.prototype; IDBDatabase.prototype.transaction = function (...how) { const begun = transaction.apply(this, how); if (n++ % 2) queueMicrotask(() => { try { begun.abort() } catch {} }); return begun }'),
  works('the database is closed with each transaction', 'const { transaction } = IDBDatabase.prototype; IDBDatabase.prototype.transaction = function (...how) { const begun = transaction.apply(this, how); this.close(); return begun }'),
  // Randomness
  bears('crypto is gone', gone('crypto')),
  works('crypto.subtle is gone', getter('crypto', 'subtle', 'return undefined')),
  bears('getRandomValues throws', throws('Crypto.prototype', 'getRandomValues')),
  works('Math.random is always 0', 'Math.random = () => 0'),
  // Prototypes
  works('every object has another name', 'Object.prototype.extra = "x"'),
  works('every array has another method', 'Array.prototype.contains = function () {}'),
  works('Array.from is an old library’s', 'Array.from = function (list) { return list ? [].slice.call(list) : [] }'),
  bears('Array.prototype.map is broken', throws('Array.prototype', 'map')),
  bears('Array.prototype.forEach is broken', throws('Array.prototype', 'forEach')),
  bears('arrays can’t be iterated', 'Array.prototype[Symbol.iterator] = function () { throw new Error("tampered iterator") }'),
  works('Function.prototype.bind is an old library’s', 'Function.prototype.bind = function (self) { var run = this; return function () { return run.apply(self, arguments) } }'),
  bears('Function.prototype.call throws', throws('Function.prototype', 'call')),
  bears('Object.keys and entries throw', `${throws('Object', 'keys')}; ${throws('Object', 'entries')}`),
  bears('Object.assign throws', throws('Object', 'assign')),
  bears('String.prototype.split and replace throw', `${throws('String.prototype', 'split')}; ${throws('String.prototype', 'replace')}`),
  works('the language is frozen', '[Object, Array, Function, String, Number, Promise, Map, Set, Date].forEach((one) => { Object.freeze(one); Object.freeze(one.prototype) })'),
  // Document
  bears('addEventListener throws', throws('EventTarget.prototype', 'addEventListener')),
  works('removeEventListener throws', throws('EventTarget.prototype', 'removeEventListener')),
  bears('dispatchEvent throws', throws('EventTarget.prototype', 'dispatchEvent')),
  bears('CustomEvent is gone', gone('CustomEvent')),
  bears('querySelector and querySelectorAll throw', `${throws('Document.prototype', 'querySelector')}; ${throws('Document.prototype', 'querySelectorAll')}`),
  bears('closest and matches throw', `${throws('Element.prototype', 'closest')}; ${throws('Element.prototype', 'matches')}`),
  bears('elementFromPoint throws', `${throws('Document.prototype', 'elementFromPoint')}; ${throws('Document.prototype', 'elementsFromPoint')}`),
  works('getComputedStyle throws', throws('window', 'getComputedStyle')),
  bears('hasFocus throws', throws('Document.prototype', 'hasFocus')),
  bears('attachShadow throws', throws('Element.prototype', 'attachShadow')),
  bears('style sheets can’t be made', 'window.CSSStyleSheet = function () { throw new Error("tampered CSSStyleSheet") }'),
  bears('createElement throws', throws('Document.prototype', 'createElement')),
  bears('nodes can’t be added', `${throws('Node.prototype', 'appendChild')}; ${throws('Element.prototype', 'append')}`),
  bears('MutationObserver is gone', 'delete window.MutationObserver'),
  bears('IntersectionObserver throws', 'window.IntersectionObserver = function () { throw new Error("tampered IntersectionObserver") }'),
  works('PerformanceObserver throws', 'window.PerformanceObserver = function () { throw new Error("tampered PerformanceObserver") }'),
  works('a dataLayer that is frozen', 'window.dataLayer = Object.freeze([{ event: "view_item" }])'),
  works('a dataLayer whose entry throws', 'window.dataLayer = [{ get event() { throw new Error("tampered event") } }]'),
  works('a form named like the body', 'document.write("<form name=body></form>")'),
  bears('history can’t be written', 'Object.freeze(history); Object.freeze(History.prototype)'),
  works('a variable named navigation', 'window.navigation = { open: true }'),
  works('history.pushState throws', throws('History.prototype', 'pushState')),
  // Tabs
  works('Web Locks are gone', getter('Navigator.prototype', 'locks', 'return undefined')),
  bears('Web Locks never answer', 'window.LockManager && (LockManager.prototype.request = () => new Promise(() => {}))'),
  works('Web Locks throw', 'window.LockManager && (LockManager.prototype.request = function () { throw new Error("tampered locks") })'),
  works('BroadcastChannel is gone', gone('BroadcastChannel')),
  works('Web Locks reject', 'window.LockManager && (LockManager.prototype.request = () => Promise.reject(new DOMException("no", "SecurityError")))'),
  works('BroadcastChannel can’t post', throws('BroadcastChannel.prototype', 'postMessage')),
  works('BroadcastChannel throws', 'window.BroadcastChannel = function () { throw new Error("tampered BroadcastChannel") }'),
  // The name
  bears('the name is taken and can’t be written', 'Object.defineProperty(window, "tactful", { value: 7 })'),
  works('the queue holds everything', 'window.tactful = function () { (tactful.q = tactful.q || []).push(arguments) }; tactful(); tactful(null, 1); tactful("__proto__"); tactful("constructor", {}); tactful.q.push(7, null, "x", { length: 2 })'),
  bears('the queue claims to be endless', 'window.tactful = function () {}; tactful.q = [{ length: 1e9 }, { length: -1 }, { get length() { throw new Error("tampered length") } }]'),
  works('frames named like what we ask of the document', '["hidden", "activeElement", "referrer", "visibilityState", "cookie", "title", "baseURI"].forEach((name) => document.write(`<iframe name="${name}"></iframe>`))'),
];

/** The same, done to a page on which Tactful is ready. What is laid over a name that we have taken, or can't be undone, was harmless before. */
export const LATE: readonly Tampering[] = TAMPERINGS.slice(1).filter(({ script }) => !/document\.write|window\.tactful =|"tactful"/.test(script))
  .map(({ name, script }) => ({ name: `later: ${name}`, script, works: false, late: true }));
