import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from './compile/compile.ts';
import { localize } from './compile/localize.ts';
import { inspectCampaign } from './inspectCampaign.ts';
import { readConfig } from './readConfig.ts';

const config = localize(compile({ v: 1, campaigns: [{ id: 'a', status: 'live', trigger: { any: [{ on: 'idle', for: '10s' }] }, message: { kind: 'card', title: { en: 'Hi' } } }] }, { siteId: 'demo', salt: 's' }), 'en');

it('never throws, whatever it is given', () => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (input) => {
    expect(readConfig(input)).toBeUndefined();
  }));
});

it('never throws on a configuration with anything in any place', () => {
  const places = Object.keys(config) as (keyof typeof config)[];
  fc.assert(fc.property(fc.constantFrom(...places), fc.anything(), (key, value) => {
    const read = readConfig({ ...config, [key]: value });
    for (const campaign of read?.campaigns ?? []) expect(Array.isArray(campaign.trigger.clauses)).toBe(true);
  }));
});

it('gives a campaign with anything in any place such that it can be inspected', () => {
  const places = Object.keys(config.campaigns[0] ?? {});
  fc.assert(fc.property(fc.constantFrom(...places), fc.anything(), (key, value) => {
    const read = readConfig({ ...config, campaigns: [{ ...config.campaigns[0], [key]: value }] });
    for (const campaign of read?.campaigns ?? []) {
      expect(Array.isArray(campaign.trigger.clauses)).toBe(true);
      expect(typeof (campaign.unfit ?? inspectCampaign(campaign))).toBe('string');
    }
  }));
});

it.each(['toString', 'constructor', '__proto__'])('marks a campaign that holds the key %s, which every object has', (key) => {
  const served = JSON.parse(JSON.stringify({ ...config, campaigns: [{ ...config.campaigns[0], goal: 'KEY' }] }).replace('"KEY"', `{"${key}":"x"}`));
  expect(readConfig(served)?.campaigns.map(inspectCampaign)).toEqual([`goal.${key}`]);
});

it('throws nothing at getters, proxies and cycles', () => {
  const cycle: Record<string, unknown> = { ...config };
  cycle.groups = cycle;
  const trap = new Proxy({}, { ownKeys: () => { throw new Error('trap'); }, get: () => { throw new Error('trap'); } });
  const getter = Object.defineProperty({ ...config }, 'pages', { enumerable: true, get: () => { throw new Error('getter'); } });
  expect([cycle, trap, getter].map(readConfig)).toEqual([undefined, undefined, undefined]);
});

it('reads own keys only and keeps a prototype out of what it makes', () => {
  const read = readConfig(JSON.parse(JSON.stringify({ ...config, texts: {} }).replace('"texts":{}', '"texts":{"__proto__":"x","toString":"y"}')));
  // What records inherit has no name; where a number belongs, it is none.
  expect(Object.getOwnPropertyNames(Object.getPrototypeOf(read?.texts))).toEqual([]);
  expect(Number(read?.texts)).toBeNaN();
  expect(Object.keys(read?.texts ?? {})).toEqual(['__proto__', 'toString']);
  expect(readConfig(Object.create(config))).toBeUndefined();
});
