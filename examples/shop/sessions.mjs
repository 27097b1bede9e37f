import { randomBytes } from 'node:crypto';
import { newCart } from './cart.mjs';

const MOST = 5000;

/** Carts by a random cookie, in memory; the oldest give way. */
export function createSessions() {
  const sessions = new Map();
  return {
    /** The session of a cookie, or a new one with the cookie to set. */
    open(id) {
      const known = id && sessions.get(id);
      if (known) return { session: known };
      const fresh = randomBytes(18).toString('base64url');
      const session = { cart: newCart(), flash: [], orders: new Map() };
      sessions.set(fresh, session);
      if (sessions.size > MOST) sessions.delete(sessions.keys().next().value);
      return { session, cookie: `shop=${fresh}; Path=/; HttpOnly; SameSite=Lax` };
    },
  };
}

/** Reads a `Cookie` header into an object without prototype. */
export function readCookies(header = '') {
  const cookies = Object.create(null);
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return cookies;
}
