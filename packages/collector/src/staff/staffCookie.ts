import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_SECONDS } from './signStaff.ts';

/** The cookie of staff sessions, sent as `__Host-tactful`: this host only, no script, never across sites. */
const NAME = 'tactful';
const OPTIONS = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict', prefix: 'host' } as const;

export const staffCookie = {
  read: (c: Context): string | undefined => getCookie(c, NAME, 'host'),
  write: (c: Context, token: string): void => setCookie(c, NAME, token, { ...OPTIONS, maxAge: SESSION_SECONDS }),
  clear: (c: Context): void => { deleteCookie(c, NAME, OPTIONS); },
};
