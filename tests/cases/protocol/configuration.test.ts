import { compile, localize, parseConfig, readConfig, type DeviceConfig } from '@tactful/protocol';
import { expect, it } from 'vitest';
import base from './base.json' with { type: 'json' };
import bad from './configuration-bad.json' with { type: 'json' };
import decoded from './decode.json' with { type: 'json' };
import good from './configuration-good.json' with { type: 'json' };
import locales from './locale.json' with { type: 'json' };
import { at, patched } from './patched.ts';
import { unsupportedOf } from './unsupportedOf.ts';

type Patch = Readonly<Record<string, unknown>>;

function deviceOf(source: unknown, locale = 'en'): DeviceConfig {
  const parsed = parseConfig(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return localize(compile(parsed.value, { siteId: 'demo', salt: 'salt' }), locale);
}

it.each(bad as unknown as [string, Patch, [string, string][]][])('refuses %s', (_name, patch, expected) => {
  const parsed = parseConfig(patched(base, patch));
  expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path])).toEqual(expected);
});

it.each(good as unknown as [string, Patch, Patch][])('compiles %s', (_name, patch, expected) => {
  const device = deviceOf(patched(base, patch));
  const seen = Object.fromEntries(Object.keys(expected).map((path) => [path, at(device, path)]));
  expect(seen).toEqual(expected);
});

it.each(locales as unknown as [string, [string, string[], string], string][])('speaks %s', (_name, [fallback, offered, wanted], expected) => {
  const title = Object.fromEntries(offered.map((locale) => [locale, locale]));
  const campaign = { id: 'a', status: 'live', trigger: { any: [{ on: 'idle', for: '10s' }] }, message: { kind: 'card', title } };
  const device = deviceOf({ v: 1, site: { locale: fallback }, campaigns: [campaign] }, wanted);
  expect([device.locale, device.campaigns[0]?.message.title]).toEqual([expected, expected]);
});

it.each(decoded as unknown as [string, Patch, 'refused' | (string | null)[]][])('a device reads %s', (_name, patch, expected) => {
  const config = readConfig(patched(JSON.parse(JSON.stringify(deviceOf(base))), patch));
  expect(config ? unsupportedOf(config) : 'refused').toEqual(expected);
});
