import fc from 'fast-check';
import { expect, it } from 'vitest';
import summary from '../../../../tests/cases/protocol/summary.json' with { type: 'json' };
import { byteLength } from './byteLength.ts';
import { jsonDepth } from './jsonDepth.ts';
import { parseSummary, parseSummaryEnvelope } from './parseSummaryEnvelope.ts';

/** What must never pass: addresses, e-mails, card numbers as people write them, words, markup, tokens in queries. */
const CANARIES = [
  'https://shop.example/checkout?token=abc', '//shop.example', '/reset/9f8e7d', 'ann@shop.example', '4111 1111 1111 1111', 'my password is hunter2',
  '<img src=x onerror=alert(1)>', 'a=b&c=d', '?q=shoes', '#access_token=1', '+1 (555) 0100', '你好', "Robert'); DROP TABLE", '%2Fcheckout', 'line\nbreak', ' ',
];

/** Any UTF-16 text, halves of pairs among it. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units));

/** Every string of the summary, by path, with keys of records among them. */
function places(value: unknown, path: readonly string[] = []): { readonly path: readonly string[]; readonly asKey: boolean }[] {
  if (typeof value === 'string') return [{ path, asKey: false }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [...(Array.isArray(value) ? [] : [{ path: [...path, key], asKey: true }]), ...places(item, [...path, key])]);
}

function plant(canary: string, { path, asKey }: ReturnType<typeof places>[number]): unknown {
  const copy = structuredClone(summary) as any;
  const last = path[path.length - 1] as string;
  const owner = path.slice(0, -1).reduce((found, key) => found[key], copy);
  const value = owner[last];
  if (asKey) delete owner[last];
  owner[asKey ? canary : last] = asKey ? value : canary;
  return copy;
}

it('lets no address and no free text pass, in any string or key', () => {
  const planted = CANARIES.flatMap((canary) => places(summary).map((place) => ({ canary, place })));
  expect(planted.length).toBeGreaterThan(500);
  const passed = planted.filter(({ canary, place }) => parseSummary(plant(canary, place)).ok);
  expect(passed).toEqual([]);
});

it('never throws on any text', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), anyText), (text) => {
    expect(typeof parseSummaryEnvelope(text).ok).toBe('boolean');
  }));
});

it('never throws on any JSON in place of a session, and takes the others', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), (junk) => {
    const opened = parseSummaryEnvelope(JSON.stringify({ v: 1, key: 'k', sentAt: 1, sessions: [junk, summary] }));
    expect(opened.ok && opened.value.sessions.map(({ ok }) => ok)).toEqual([false, true]);
  }));
});

it('counts bytes as UTF-8 does', () => {
  fc.assert(fc.property(anyText, (text) => {
    expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
  }));
});

it('finds the depth that parsing would', () => {
  const depthOf = (value: unknown): number => (value === null || typeof value !== 'object' ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf)));
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(jsonDepth(JSON.stringify(value))).toBe(depthOf(JSON.parse(JSON.stringify(value))));
  }));
});
