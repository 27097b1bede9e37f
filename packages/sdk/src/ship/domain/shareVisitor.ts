import type { Caps } from '@tactful/engine';
import { createCarried } from '../carried.ts';
import { makeVisitor, type Visitor } from '../makeVisitor.ts';
import type { ShipCore } from '../shipping.ts';
import type { KeyStore } from '../storage.ts';
import { createCookie } from './createCookie.ts';

/** The visitor as kept where a subdomain shares it. */
interface Shared extends Visitor {
  /** The cookie was there: if it is gone, consent was withdrawn on another subdomain. */
  readonly shared?: boolean;
}

/** Stands in the cookie while a new visitor is on the way. */
const SOON = '-';

/**
 * Storage whose visitor is the one of the domain's cookie. The cookie holds the visitor's token, of which the id is the hash: without
 * it a subdomain could not erase what the collector has. All else stays with each subdomain. The cookie is written
 * under `granted` alone and goes with the visitor; where it can't be, the visitor is this host's own.
 */
export function shareVisitor(core: ShipCore, storage: KeyStore): KeyStore {
  const { scope, settings: { key, domain, debug } } = core;
  const name = 'tactful_' + key.replace(/\W/g, '');
  const cookie = createCookie(name, String(domain));
  // Plain http: ids are no hashes there.
  if (!crypto.subtle) return storage;
  /** What the cookie should hold; empty while that is not known. */
  let mine = '';
  /** It was withdrawn elsewhere: a cookie that is there by now is another grant's. */
  let withdrawn = false;
  const withdraw = (): void => {
    withdrawn = true;
    core.setConsent('denied', true);
  };
  const read = (): string => (/^[\w-]{43}$/.test(cookie.read()) ? cookie.read() : '');
  const erase = (): Promise<unknown> => {
    mine = '';
    // A new visitor comes at once: to the other subdomains that is no withdrawal.
    if (core.consent == 'granted' && core.visit) cookie.write(SOON);
    else if (!withdrawn) cookie.forget();
    return storage.erase();
  };
  /** Heeds what other subdomains did since. @param opens a visit opens: it may be another visitor's */
  const heed = async (opens?: boolean): Promise<Map<string, any>> => {
    const { consent } = core;
    const kept = await storage.all();
    // Withdrawn meanwhile: the database that was given up is not opened again.
    if (core.consent != consent) return kept;
    const visitor: Shared | undefined = kept.get('visitor');
    const token = read();
    if (!visitor || visitor.token == token || !token && (!visitor.shared || cookie.read())) return kept;
    if (!token) {
      if (core.visit) withdraw();
      else {
        createCarried(core.name).write();
        await erase();
      }
      return new Map();
    }
    if (core.visit && !opens) return kept;
    // Another visitor: as `reset()` leaves it. In one go, so that a withdrawal comes before or after all of it.
    for (const key of ['session', 'visitor']) void storage.take(key, () => true);
    void storage.update<Caps | undefined>('caps', (caps) => caps && { ...caps, scopes: {}, arms: {} });
    return storage.all();
  };
  const share = async (change: (kept: Shared | undefined) => Shared): Promise<Shared> => {
    const token = read();
    const theirs = token && await makeVisitor(core.now(), token);
    // Withdrawn meanwhile: the answer is of no use, and nothing is kept.
    if (core.consent != 'granted') return change(undefined);
    const visitor = await storage.update<Shared>('visitor', (kept) => change(theirs && !(kept && kept.token == token) ? theirs : kept));
    if (!storage.works || core.consent != 'granted') return visitor;
    withdrawn = false;
    const shared = cookie.write(mine = visitor.token);
    if (!shared) {
      mine = '';
      if (debug) console.warn('tactful: no cookie can be set for the domain ' + domain);
    }
    return shared == !!visitor.shared ? visitor : storage.update<Shared>('visitor', (kept) => ({ ...kept || visitor, shared }));
  };
  const { cookieStore } = window as { cookieStore?: EventTarget };
  // What was deleted is told; `document.cookie` may still hold it then.
  if (cookieStore) scope.listen(cookieStore, 'change', ({ deleted }) => mine && core.consent == 'granted' && deleted.some((one: { name: string }) => one.name == name) && withdraw());
  return {
    ...storage,
    get works() { return storage.works; },
    set works(works) { storage.works = works; },
    all: () => heed(),
    async update(key: string, change: (kept: any) => any) {
      if (key == 'visitor') return share(change);
      if (key == 'session') {
        await heed(true);
        if (core.consent != 'granted') return change(undefined);
      }
      return storage.update(key, change);
    },
    take(key, may) {
      if (key == 'visitor') {
        mine = '';
        cookie.forget();
      }
      return storage.take(key, may);
    },
    erase,
  };
}
