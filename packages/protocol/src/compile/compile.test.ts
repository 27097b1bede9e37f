import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CampaignSource } from '../source/campaign.ts';
import type { ConfigSource } from '../source/configuration.ts';
import { parseConfig } from '../source/parseConfig.ts';
import { compile, type CompileOptions } from './compile.ts';
import { localize } from './localize.ts';

const campaign = (id: string, more: Partial<CampaignSource> = {}): CampaignSource => ({ id, status: 'live', trigger: { any: [{ on: 'idle', for: '10s' }] }, message: { kind: 'card', title: { en: id } }, ...more });
const config = (...campaigns: CampaignSource[]): ConfigSource => ({ v: 1, campaigns });
const site: CompileOptions = { siteId: 'demo', salt: 's' };
const versionsOf = ({ versions }: ReturnType<typeof compile>) => Object.fromEntries(Object.entries(versions).map(([id, { version }]) => [id, version]));

it('raises the version of those campaigns only that changed', () => {
  const first = compile(config(campaign('a'), campaign('b')), site);
  const second = compile(config(campaign('a'), campaign('b', { priority: 9 })), { ...site, previous: first });
  const third = compile(config(campaign('a', { status: 'paused', name: 'renamed' }), campaign('b', { priority: 9 })), { ...site, previous: second });
  expect([first, second, third].map(versionsOf)).toEqual([{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1, b: 2 }]);
});

it('gives no version twice to a campaign that left and came back', () => {
  const first = compile(config(campaign('a')), site);
  const without = compile(config(), { ...site, previous: first });
  expect(versionsOf(compile(config(campaign('a', { priority: 1 })), { ...site, previous: without }))).toEqual({ a: 2 });
});

it('hashes equal configurations alike whatever the order of keys, and others otherwise', () => {
  const turned = JSON.parse(JSON.stringify({ campaigns: [Object.fromEntries(Object.entries(campaign('a')).reverse())], v: 1 })) as ConfigSource;
  const version = (source: ConfigSource) => compile(source, site).device.version;
  expect(version(turned)).toBe(version(config(campaign('a'))));
  expect(version(config(campaign('a', { hold: '11s' })))).not.toBe(version(turned));
  expect(version(turned)).toMatch(/^[0-9a-z]{22}$/);
});

it('keeps codes and budgets off the page', () => {
  const compiled = compile({ v: 1, offers: { all: { mode: 'public', budget: 7, code: 'SPRING', validFor: '1h', spend: 70, worth: 10 } } }, site);
  expect(compiled.offers).toEqual({ all: { mode: 'public', budget: 7, code: 'SPRING', validFor: 3_600_000, spend: 70, worth: 10 } });
  expect(JSON.stringify(localize(compiled, 'en'))).not.toMatch(/SPRING|budget/);
});

it.each<[string, Partial<CampaignSource>, boolean]>([
  ['a card', {}, false],
  ['a chat', { message: { kind: 'chat', title: { en: 'Ask' } } }, true],
  ['a card that leads to a chat', { message: { kind: 'card', title: { en: 'Stuck?' }, action: { kind: 'chat', label: { en: 'Ask' } } } }, true],
  ['a card with a variant that does', { variants: [{ id: 'b', message: { action: { kind: 'chat', label: { en: 'Ask' } } } }] }, true],
  ['a card that leads to a person', { message: { kind: 'card', title: { en: 'Stuck?' }, action: { kind: 'handoff', label: { en: 'Ask' }, to: 'request' } } }, false],
  ['a chat in shadow', { status: 'shadow', message: { kind: 'chat', title: { en: 'Ask' } } }, true],
  ['a chat that is paused', { status: 'paused', message: { kind: 'chat', title: { en: 'Ask' } } }, false],
])('serves the answers where a chat may ask for them: %s', (_name, more, served) => {
  const faq = [{ id: 'when', q: { en: 'When does it ship?', ar: 'متى يشحن؟' }, a: { en: 'Today.', ar: 'اليوم.' } }];
  const compiled = compile({ ...config(campaign('a', more)), faq }, site);
  expect(localize(compiled, 'en').faq).toEqual(served ? [{ id: 'when', q: 'When does it ship?', a: 'Today.' }] : undefined);
  // Nor is a visitor met in a language that only answers know which nobody can read.
  expect(compiled.locales).toEqual(served ? ['ar', 'en'] : ['en']);
});

it('survives being stored as JSON', () => {
  const compiled = compile(config(campaign('a')), site);
  expect(localize(JSON.parse(JSON.stringify(compiled)), 'en')).toEqual(localize(compiled, 'en'));
});

it('never throws at publishing, whatever it is given', () => {
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (input) => {
    const parsed = parseConfig(input);
    if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
  }));
});

it('never throws on a campaign with anything in any place', () => {
  const keys = [...Object.keys(campaign('a')), 'conditions', 'variants', 'frequency', 'goal', 'schedule'];
  fc.assert(fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
    const parsed = parseConfig({ v: 1, campaigns: [{ ...campaign('a'), [key]: value }] });
    if (parsed.ok) localize(compile(parsed.value, site), 'zh-TW');
  }));
});

it('spends no more than 700 bytes of every configuration on the names of others', () => {
  const { events } = localize(compile(config(), site), 'en');
  expect(Object.keys(events)).toHaveLength(19);
  expect(JSON.stringify(events).length).toBeLessThanOrEqual(700);
});

it('a handoff to a webhook is a request on the device', () => {
  const parsed = parseConfig(config(campaign('a', { message: { kind: 'card', title: { en: 'Stuck?' }, action: { kind: 'handoff', label: { en: 'Ask' }, to: 'webhook' } } })));
  expect(parsed.ok && localize(compile(parsed.value, site), 'en').campaigns[0]!.message.action).toEqual({ kind: 'handoff', label: 'Ask', to: 'request' });
});
