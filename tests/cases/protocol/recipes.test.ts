import { readdirSync, readFileSync } from 'node:fs';
import { compile, LIMITS, localize, parseConfig, readConfig, type ConfigSource, type DeviceConfig } from '@tactful/protocol';
import { describe, expect, it } from 'vitest';
import { unsupportedOf } from './unsupportedOf.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const recipes = readdirSync(new URL('packages/protocol/recipes/', root)).map((name) => `packages/protocol/recipes/${name}`);
const examples = ['examples/shop/tactful.json', 'examples/saas/tactful.json'];
const LOCALES = ['en', 'zh-Hans', 'zh-Hant', 'ar'];

function sourceOf(path: string): ConfigSource {
  const parsed = parseConfig(read(path));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.issues)}`);
  return parsed.value;
}

/** Every text in several languages, captions (files) aside. */
function textsIn(value: unknown): Record<string, string>[] {
  if (value === null || typeof value !== 'object') return [];
  if ('en' in value) return [value as Record<string, string>];
  return Object.entries(value).flatMap(([key, item]) => (key === 'captions' ? [] : textsIn(item)));
}

it('has the recipes of the contract', () => {
  expect(recipes.map((path) => path.replace(/.*\/|\.json/g, ''))).toEqual(['cart-hesitation', 'checkout-stall', 'exit-offer', 'feature-struggle', 'form-rescue', 'payment-failure', 'price-doubt', 'shipping-doubt', 'signup-rescue', 'trial-rescue', 'vip-invite']);
});

describe.each([...recipes, ...examples])('%s', (path) => {
  it('parses, and a device reads each language of it whole', () => {
    const compiled = compile(sourceOf(path), { siteId: 'demo', salt: 's' });
    for (const locale of LOCALES) {
      const served = JSON.parse(JSON.stringify(localize(compiled, locale)));
      const device = readConfig(served) as DeviceConfig;
      expect(unsupportedOf(device)).toEqual(device.campaigns.map(() => null));
      expect(device.locale).toBe(locale);
      expect(device).toEqual(served);
      expect(JSON.stringify(served).length).toBeLessThan(LIMITS.configBytes);
    }
  });

  it('says everything in four languages, each in its own words', () => {
    const texts = textsIn(sourceOf(path).campaigns);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(LOCALES);
      expect(text['zh-Hans']).toMatch(/\p{Script=Han}/u);
      expect(text.ar).toMatch(/\p{Script=Arabic}/u);
      expect(new Set([text.en, text.ar, text['zh-Hans']]).size).toBe(3);
    }
  });

  it('keeps a control group and waits after every outcome', () => {
    for (const { control, frequency } of sourceOf(path).campaigns ?? []) {
      expect(control).toBe(0.1);
      expect(Object.keys(frequency?.after ?? {}).sort()).toEqual(['click', 'convert', 'dismiss', 'ignore']);
    }
  });
});

it('shows in the examples what the recipes say', () => {
  const byId = new Map(recipes.flatMap((path) => sourceOf(path).campaigns ?? []).map((campaign) => [campaign.id, campaign]));
  for (const campaign of examples.flatMap((path) => sourceOf(path).campaigns ?? [])) expect(campaign.message).toEqual(byId.get(campaign.id)?.message);
});
