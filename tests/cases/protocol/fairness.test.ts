import { compile, parseConfig, warningsOf, type ConfigSource } from '@tactful/protocol';
import { expect, it } from 'vitest';

const title = { en: 'x', 'zh-Hans': 'x' };
const CONDITIONS = {
  all: [
    { feature: 'cart.value', gte: 50 }, { feature: 'intent.likely_buyer', lt: 0.8 }, { not: { feature: 'user.member', eq: true } },
    { any: [{ feature: 'x.tier', eq: 'gold' }, { feature: 'cart.items', gte: 3 }] }, { any: [{ feature: 'page.type', eq: 'cart' }, { feature: 'page.type', eq: 'product' }] },
  ],
};
const site = (more: object, kind = 'coupon', clause: object = { on: 'idle', for: '10s' }): unknown => ({
  v: 1, offers: { o: { mode: 'minted', budget: 1 } }, features: { tier: { type: 'text' } },
  campaigns: [{ id: 'a', status: 'live', trigger: { any: [clause] }, conditions: CONDITIONS, message: { kind, title, ...(kind === 'coupon' && { offer: 'o' }) } }],
  ...more,
});
const featuresOf = (source: unknown): string[] => {
  const parsed = parseConfig(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { device } = compile(parsed.value as ConfigSource, { siteId: 'demo', salt: 's' });
  return [...new Set(JSON.stringify(device.campaigns[0]!.conditions ?? {}).match(/"feature":"[^"]+/g)?.map((found) => found.slice(11)))];
};

it.each([
  ['a site that says so', site({ fairness: 'strict' })],
  ['a site in Simplified Chinese', site({ site: { locale: 'zh-Hans' } })],
])('a discount of %s asks nothing of who somebody is', (_name, source) => {
  expect(featuresOf(source)).toEqual(['cart.value', 'page.type']);
});

it.each([
  ['another site', site({})],
  ['a site in Simplified Chinese that says otherwise', site({ site: { locale: 'zh-Hans' }, fairness: 'open' })],
  ['help that costs nothing', site({ fairness: 'strict' }, 'card')],
])('%s may ask', (_name, source) => {
  expect(featuresOf(source)).toEqual(['cart.value', 'intent.likely_buyer', 'user.member', 'x.tier', 'cart.items', 'page.type']);
});

it('a discount that a score triggers is refused there, with its path', () => {
  const parsed = parseConfig(site({ fairness: 'strict' }, 'coupon', { on: 'intent', state: 'abandon', gte: 0.5 }));
  expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path])).toEqual([['unfair', 'campaigns[0].trigger.any[0]']]);
});

it.each([
  ['conditions that ask who somebody is', site({}), ['campaigns[0].conditions']],
  ['a score that triggers', site({ campaigns: [{ ...(site({}, 'coupon', { on: 'intent', state: 'abandon', gte: 0.5 }) as any).campaigns[0], conditions: { feature: 'cart.value', gte: 50 } }] }), ['campaigns[0].trigger.any[0]']],
  ['a site in Simplified Chinese that says otherwise', site({ site: { locale: 'zh-Hans' }, fairness: 'open' }), ['campaigns[0].conditions']],
  ['a strict site', site({ fairness: 'strict' }), []],
  ['help that costs nothing', site({}, 'card'), []],
  ['a discount for all', site({ campaigns: [{ ...(site({}) as any).campaigns[0], conditions: { feature: 'cart.value', gte: 50 } }] }), []],
  ['a draft', site({ campaigns: [{ ...(site({}) as any).campaigns[0], status: 'draft' }] }), []],
])('%s: publishing warns of each place', (_name, source, paths) => {
  const parsed = parseConfig(source);
  expect(parsed.ok && warningsOf(parsed.value).map(({ campaign, path }) => [campaign, path])).toEqual(paths.map((path) => ['a', path]));
});
