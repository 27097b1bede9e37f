import type { Milliseconds } from '@tactful/protocol';

/** A cookie of this site's domain, for all of its subdomains. */
export interface Cookie {
  /** Empty where there is none, or it may not be read (a sandboxed frame). */
  read(): string;
  /** False where the browser did not take it: a domain that is not the page's own, a public suffix, cookies blocked. */
  write(value: string): boolean;
  forget(): void;
}

/** No browser keeps one longer. https://developer.chrome.com/blog/cookie-max-age-expires */
const LONGEST_MS: Milliseconds = 34_560_000_000;

/** @param name of letters, digits and `_`, as is the value */
export function createCookie(name: string, domain: string): Cookie {
  const put = (value: string, lives: Milliseconds): void => {
    const secure = location.protocol == 'https:' ? ';secure' : '';
    try {
      // An element named `cookie` stands in for the document's own.
      if (/^[\w.-]+$/.test(domain)) Reflect.set(Document.prototype, 'cookie', `${name}=${value};domain=${domain};path=/;max-age=${lives / 1_000};samesite=lax${secure}`, document);
    } catch (_error) {
      // It is not there, then.
    }
  };
  const read = (): string => {
    try {
      const found = String(Reflect.get(Document.prototype, 'cookie', document)).split('; ').find((one) => one.startsWith(name + '='));
      return found ? found.slice(name.length + 1) : '';
    } catch (_error) {
      return '';
    }
  };
  return {
    read,
    write(value) {
      put(value, LONGEST_MS);
      return read() == value;
    },
    forget: () => put('', 0),
  };
}
