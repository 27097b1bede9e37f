import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { createVirtualTime } from './createVirtualTime.ts';

const ROOT = new URL('../../../examples/miniprogram/miniprogram/', import.meta.url).pathname;

/** What the platform had no more than this before: base library 2.9, by the versions that its documentation names. */
const LATER = ['getPrivacySetting', 'requirePrivacyAuthorize', 'getDeviceInfo', 'getAppBaseInfo', 'getRandomValues', 'onUnhandledRejection'];

interface Page { readonly route: string; data: Record<string, any>; [method: string]: any }
export interface Sent { readonly method: string; readonly url: string; readonly body: any }

/** The documented behavior of the platform, as far as the example asks for it: https://developers.weixin.qq.com/miniprogram/dev/framework/ */
export function openPhone({ serve, start }: { readonly serve: (request: Request) => Promise<Response>; readonly start: number }) {
  const time = createVirtualTime(start);
  const storage = new Map<string, string>();
  const sent: Sent[] = [];
  let flying = 0, hidden = 0;
  let listeners: Record<string, (() => void)[]> = {};
  let pages: Record<string, any> = {};
  let stack: Page[] = [];
  const is = { needAuthorization: true, agrees: true, online: true, old: false, dice: true };
  const settled = async (): Promise<void> => {
    do await new Promise((done) => setImmediate(done)); while (flying > 0);
  };
  const on = (name: string) => (listener: () => void): void => void (listeners[name] = [...listeners[name] ?? [], listener]);
  const emit = (name: string): void => listeners[name]?.forEach((listener) => listener());
  const open = (url: string): void => {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?');
    const options = pages[route];
    if (!options) throw new Error(`there is no page ${route}`);
    const page: Page = { ...options, route, data: structuredClone(options.data ?? {}), setData(data: object) { Object.assign(page.data, structuredClone(data)); } };
    stack.push(page);
    page['onLoad']?.(Object.fromEntries(new URLSearchParams(query)));
    page['onShow']?.();
    page['onReady']?.();
  };
  const wx = {
    getPrivacySetting: ({ success }: any) => queueMicrotask(() => success({ needAuthorization: is.needAuthorization, privacyContractName: '' })),
    requirePrivacyAuthorize: ({ success, fail }: any) => queueMicrotask(() => {
      is.needAuthorization = is.needAuthorization && !is.agrees;
      (is.needAuthorization ? fail : success)({ errMsg: '' });
    }),
    request({ url, method, data, header, dataType, success, fail }: any) {
      flying++;
      const done = (run: () => void): void => { flying--; run(); };
      // Five seconds after it was hidden a mini-program makes no request any more.
      if (!is.online || (hidden > 0 && time.now() - hidden > 5_000)) return void setImmediate(() => done(() => fail({ errMsg: 'request:fail interrupted' })));
      sent.push({ method, url, body: data === undefined ? undefined : JSON.parse(data) });
      void serve(new Request(url, { method, headers: header, ...(data !== undefined && { body: data }) })).then(async (answer) => {
        const text = await answer.text();
        done(() => success({ statusCode: answer.status, data: dataType === 'json' ? JSON.parse(text) : text, header: Object.fromEntries(answer.headers) }));
      }, (error) => done(() => fail(error)));
    },
    getStorageSync: (key: string) => (storage.has(key) ? JSON.parse(storage.get(key)!) : ''),
    setStorageSync: (key: string, data: unknown) => void storage.set(key, JSON.stringify(data)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getRandomValues: ({ length, success, fail }: any) => queueMicrotask(() => (!is.dice ? fail({ errMsg: 'getRandomValues:fail' }) : success({ randomValues: webcrypto.getRandomValues(new Uint8Array(length)).buffer }))),
    arrayBufferToBase64: (buffer: ArrayBuffer) => Buffer.from(buffer).toString('base64'),
    getDeviceInfo: () => ({ platform: 'android', model: 'Pixel' }),
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    onAppShow: on('show'), onAppHide: on('hide'), onError: on('error'), onUnhandledRejection: on('rejection'),
    navigateTo({ url }: { url: string }) {
      stack.at(-1)?.['onHide']?.();
      open(url);
    },
  };
  const top = (): Page => stack.at(-1)!;
  return {
    is, storage, sent, wx, top,
    now: time.now,
    pass: (ms: number) => time.pass(ms, settled),
    posted: () => sent.filter(({ method }) => method === 'POST').flatMap(({ body }) => body.sessions),
    /** Starts the mini-program on its first page, in a world of its own, with nothing of a browser's or Node's. */
    async launch() {
      [listeners, pages, stack, hidden] = [{}, {}, [], 0];
      const app: { globalData?: object } = {};
      const loaded = new Map<string, { exports: object }>();
      const platform: Record<string, unknown> = { ...wx };
      if (is.old) for (const later of LATER) delete platform[later];
      const context = createContext({
        wx: platform, App: (options: object) => void Object.assign(app, options), getApp: () => app, setTimeout: time.setTimeout, clearTimeout: time.clearTimeout, clock: time.now,
      });
      runInContext('delete globalThis.console; delete globalThis.WebAssembly; Date.now = clock; delete globalThis.clock;', context);
      const load = (file: string): object => {
        const known = loaded.get(file);
        if (known) return known.exports;
        const module = { exports: {} };
        loaded.set(file, module);
        const Page = (options: object): void => void (pages[file.slice(ROOT.length, -3)] = options);
        const require = (path: string): object => load(resolve(dirname(file), path));
        runInContext(`(function (require, module, exports, Page) {${readFileSync(file, 'utf8')}\n})`, context, { filename: file })(require, module, module.exports, Page);
        return module.exports;
      };
      const { pages: routes } = JSON.parse(readFileSync(`${ROOT}app.json`, 'utf8')) as { pages: string[] };
      load(`${ROOT}app.js`);
      for (const route of routes) load(`${ROOT}${route}.js`);
      emit('show');
      open(`/${routes[0]}`);
      await settled();
      return load(`${ROOT}tactful/tactful.js`) as any;
    },
    open: wx.navigateTo,
    back() {
      stack.pop()?.['onUnload']?.();
      top()['onShow']?.();
    },
    hide() {
      hidden = time.now();
      top()['onHide']?.();
      emit('hide');
    },
    show() {
      hidden = 0;
      emit('show');
      top()['onShow']?.();
    },
    /** What a component of the page in front tells its handler. */
    tell: (handler: string, { type = 'tap', dataset = {}, detail = {} }: { readonly type?: string; readonly dataset?: object; readonly detail?: object } = {}) =>
      top()[handler]({ type, timeStamp: 1, target: { dataset }, currentTarget: { dataset }, detail }),
  };
}
