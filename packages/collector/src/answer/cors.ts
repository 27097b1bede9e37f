import type { AppContext } from '../AppEnv.ts';

/** The server's clock for the device (a `Date` header is not readable across origins): epoch milliseconds. */
export const TIME_HEADER = 'tactful-time';
const EXPOSED = `${TIME_HEADER}, etag, retry-after, x-request-id`;

/**
 * Lets a page read the answer: `any` is `*` (no credentials exist on these routes), `echo` names the page's own origin, which
 * the caller has found on the site's list. Also sends the server's time.
 */
export function cors(c: AppContext, allow: 'any' | 'echo'): void {
  const origin = c.req.header('origin');
  if (allow === 'any') c.header('access-control-allow-origin', '*');
  else {
    c.header('vary', 'Origin', { append: true });
    if (origin) c.header('access-control-allow-origin', origin);
  }
  c.header('access-control-expose-headers', EXPOSED);
  c.header('cross-origin-resource-policy', 'cross-origin');
  c.header(TIME_HEADER, String(Date.now()));
}
