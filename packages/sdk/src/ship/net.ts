import type { Core } from '../core.ts';

/** One request to the collector: no cookies, no address of the page; a text body needs no preflight. Rejects as `fetch` does. */
export type Net = (path: string, init: RequestInit, query?: string) => Promise<Response>;

/** @param fetch the page's own, taken at the start, before the host wraps it */
export function createNet({ scope, settings: { apiHost, key } }: Pick<Core, 'scope' | 'settings'>, fetch: typeof globalThis.fetch): Net {
  const controller = new AbortController();
  scope.track(() => controller.abort());
  return (path, init, query = '') => fetch(apiHost + '/v1/' + path + '?key=' + encodeURIComponent(key) + query, {
    credentials: 'omit', referrerPolicy: 'no-referrer', signal: controller.signal, ...init,
  });
}
