import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCookie } from './createCookie.ts';

/** A document that keeps cookies as a browser does of the domain `shop.example`, and what was written to it. */
let written: string[];
let jar: Map<string, string>;
beforeEach(() => {
  written = [];
  jar = new Map([['other', '1']]);
  const host = { isDocument: true };
  class Document {
    get cookie(): string { return [...jar].map(([name, value]) => `${name}=${value}`).join('; '); }
    set cookie(text: string) {
      written.push(text);
      const [, name, value, domain, age] = /^(\w+)=([^;]*);domain=([^;]+);path=\/;max-age=(\d+);samesite=lax/.exec(text)!;
      if (domain !== 'shop.example') return;
      if (age === '0') jar.delete(name!);
      else jar.set(name!, value!);
    }
  }
  vi.stubGlobal('Document', Document);
  vi.stubGlobal('document', Object.setPrototypeOf(host, Document.prototype));
  vi.stubGlobal('location', { protocol: 'https:' });
});
afterEach(() => vi.unstubAllGlobals());

it('is secure on https, of the site alone, and lives no longer than browsers allow', () => {
  const cookie = createCookie('tactful_pk', 'shop.example');
  expect([cookie.read(), cookie.write('abc'), cookie.read()]).toEqual(['', true, 'abc']);
  cookie.forget();
  expect([cookie.read(), [...jar.keys()]]).toEqual(['', ['other']]);
  expect(written).toEqual([
    'tactful_pk=abc;domain=shop.example;path=/;max-age=34560000;samesite=lax;secure',
    'tactful_pk=;domain=shop.example;path=/;max-age=0;samesite=lax;secure',
  ]);
});

it.each(['evil.example', 'shop.example;path=/x', ''])('what the browser does not take (%j) is told', (domain) => {
  const cookie = createCookie('tactful_pk', domain);
  expect(cookie.write('abc')).toBe(false);
  cookie.forget();
  expect([...jar.keys()]).toEqual(['other']);
  expect(written.length).toBe(domain === 'evil.example' ? 2 : 0);
});

it('a document that lets no cookie be read has none', () => {
  const refuse = (): never => { throw new Error('sandboxed'); };
  vi.stubGlobal('Document', { prototype: Object.defineProperty({}, 'cookie', { get: refuse, set: refuse }) });
  const cookie = createCookie('tactful_pk', 'shop.example');
  expect([cookie.read(), cookie.write('abc'), cookie.forget()]).toEqual(['', false, undefined]);
});
