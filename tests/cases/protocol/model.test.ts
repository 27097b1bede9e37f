import { compile, expertModel, localize, parseConfig, parseModel, readConfig, STATES, type DeviceConfig } from '@tactful/protocol';
import { expect, it } from 'vitest';
import models from './model.json' with { type: 'json' };
import { patched } from './patched.ts';

const BASE = { id: 'm1', states: { struggle: { bias: -1, terms: [['cart.items', 0.5, 0, 'identity']] } } };

it.each(models as unknown as [string, Readonly<Record<string, unknown>>, [string, string][]][])('a model: %s', (_name, patch, expected) => {
  const parsed = parseModel(patched(BASE, patch));
  expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path])).toEqual(expected);
});

it('what experts say may be published', () => {
  expect(parseModel(expertModel(STATES, 'JPY'))).toMatchObject({ ok: true });
});

const deviceOf = (campaign: object, more: object = {}): DeviceConfig => {
  const parsed = parseConfig({ v: 1, ...more, campaigns: [{ id: 'a', status: 'live', trigger: { any: [{ on: 'idle', for: '10s' }] }, message: { kind: 'card', title: { en: 'A' } }, ...campaign }] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return localize(compile(parsed.value, { siteId: 'demo', salt: 'salt' }), 'en');
};
const statesOf = (campaign: object, more?: object): string[] => Object.keys(deviceOf(campaign, more).model?.states ?? {});

it('a configuration brings the scores that its campaigns name, and no model where none does', () => {
  expect(deviceOf({})).not.toHaveProperty('model');
  expect(statesOf({ conditions: { all: [{ feature: 'intent.likely_buyer', lt: 0.8 }, { not: { feature: 'intent.struggle', gte: 0.5 } }] } })).toEqual(['struggle', 'likely_buyer']);
  expect(statesOf({ trigger: { any: [{ on: 'intent', state: 'abandon', gte: 0.6 }] } })).toEqual(['abandon']);
  expect(statesOf({ trigger: { any: [{ on: 'sequence', of: [{ on: 'page', page: 'type:cart' }, { on: 'intent', state: 'price_doubt', gte: 0.5 }], within: '10m' }] } })).toEqual(['price_doubt']);
  expect(statesOf({ status: 'draft', conditions: { feature: 'intent.abandon', gte: 0.5 } })).toEqual([]);
  expect(statesOf({}, { model: 'expert' })).toEqual([...STATES]);
  expect(parseConfig({ v: 1, model: 'oracle' })).toMatchObject({ ok: false, issues: [{ code: 'unknown_value', path: 'model' }] });
});

it('money in it is of the site’s currency, and a device reads it as it was served', () => {
  const conditions = { feature: 'intent.high_value', gte: 0.5 };
  const { model } = deviceOf({ conditions }, { site: { currency: 'KRW' } });
  expect(model).toEqual(expertModel(['high_value'], 'KRW'));
  expect(readConfig(JSON.parse(JSON.stringify(deviceOf({ conditions }))))?.model).toEqual(expertModel(['high_value']));
});

it('serves what was learned in place of the expert’s, for the states that are asked for; the site’s own word wins', () => {
  const learned = { id: 'learned-3', states: { abandon: { bias: 1, terms: [['cart.items', 1, 0, 'step', 1] as const] } } };
  const modelOf = (source: object) => {
    const parsed = parseConfig({ v: 1, ...source });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return compile(parsed.value, { siteId: 'demo', salt: 'salt', learned }).device.model;
  };
  expect(modelOf({})).toBeUndefined();
  expect(modelOf({ model: 'learned' })).toEqual({ id: 'learned-3', states: { ...expertModel(STATES).states, ...learned.states } });
  expect(modelOf({ model: 'expert' })).toEqual(expertModel(STATES));
  const campaign = (state: string) => ({ campaigns: [{ id: 'a', status: 'live', trigger: { any: [{ on: 'intent', state, gte: 0.6 }] }, message: { kind: 'card', title: { en: 'A' } } }] });
  expect([modelOf(campaign('abandon')), modelOf(campaign('struggle'))]).toEqual([learned, expertModel(['struggle'])]);
});
