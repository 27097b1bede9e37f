import type { ShownPage } from './createStage.ts';

/** A handler's argument: https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html */
export interface WxEvent { readonly type: string; readonly currentTarget?: { readonly dataset?: Readonly<Record<string, unknown>> } }

/** What `Page()` is handed: https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html */
export type PageOptions = { readonly data?: object } & Readonly<Record<string, unknown>>;

export interface PageDeps {
  /** In front: entered, or there again. */
  shown(page: ShownPage, id: string): void;
  /** Unloaded: gone for good. */
  gone(page: ShownPage): void;
  /** The visitor did something that the page has a handler for. */
  heard(event: WxEvent): void;
  press(): void;
  close(): void;
  why(): void;
  noMore(): void;
}

type Method = (this: ShownPage, ...args: unknown[]) => unknown;
const isEvent = (value: unknown): value is WxEvent => typeof value === 'object' && value !== null && 'type' in value && 'currentTarget' in value;

/**
 * The options of a page with an ear at its life and its handlers; what they do and answer stays theirs. A page hides when another
 * is put on it and when the mini-program goes away, so that it left is told by the page that comes.
 */
export function wrapPage(id: string, options: PageOptions, { shown, gone, heard, press, close, why, noMore }: PageDeps): PageOptions {
  const listening = Object.entries(options).filter(([, value]) => typeof value === 'function').map(([name, run]) => {
    const method: Method = function (...args) {
      if (isEvent(args[0])) heard(args[0]);
      return (run as Method).apply(this, args);
    };
    return [name, method] as const;
  });
  const before = (name: string, run: (page: ShownPage) => void): Record<string, Method> => ({
    [name](...args) {
      run(this);
      return typeof options[name] === 'function' ? (options[name] as Method).apply(this, args) : undefined;
    },
  });
  return {
    ...options, ...Object.fromEntries(listening),
    data: { ...options.data, tactful: null },
    ...before('onShow', (page) => shown(page, id)),
    ...before('onUnload', gone),
    onTactfulTouch: heard, onTactfulPress: press, onTactfulClose: close, onTactfulWhy: why, onTactfulNoMore: noMore,
  };
}
