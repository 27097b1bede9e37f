import type { Crossing } from './createWire.ts';

/** A request that says nothing of the visitor: the configuration or a file of the page, without cookie, address or identifier. */
export function saysNothing({ method, path, headers, body }: Crossing): boolean {
  return method === 'GET' && (path === '/v1/config' || path === '/tactful.js' || /^\/v\/[^/]+\/[^/]+\.js$/.test(path))
    && body === '' && headers.cookie === undefined && headers.referer === undefined;
}
