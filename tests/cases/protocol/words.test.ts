import { CLAUSES, compile, localize, OPERATORS, parseConfig, readConfig, type ClauseRow, type DeviceConfig, type ParameterType } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { unsupportedOf } from './unsupportedOf.ts';

/** Something valid for each type of parameter. */
const VALUES: Readonly<Record<ParameterType, unknown>> = {
  duration: '10s', count: 1, percent: 50, share: 0.5, page: 'type:cart', target: '#a', event: 'e', signal: 's', names: ['purchase'], condition: { feature: 'n', gt: 1 },
  topic: 'price', state: 'struggle', clauses: [{ on: 'error', times: 1, within: '1m' }, { on: 'form_error', consecutive: 1 }],
};
const COMPARED = { scalar: 'x', number: 1, list: ['x'], text: 'x', boolean: true };
const label = { en: 'x' };
const card = { kind: 'card', title: label };

const CAMPAIGNS: readonly (readonly [string, object])[] = [
  ...(CLAUSES as readonly ClauseRow[]).map(({ kind, parameters }) => [
    `clause ${kind}`, { trigger: { any: [{ on: kind, ...Object.fromEntries(parameters.map(({ name, type }) => [name, VALUES[type]])) }] } },
  ] as const),
  ...Object.entries(OPERATORS).map(([op, { value }]) => [`operator ${op}`, { conditions: { not: { feature: 'user.a', [op]: COMPARED[value] } } }] as const),
  ...[{ kind: 'link', url: '/a' }, { kind: 'apply_offer' }, { kind: 'chat' }, { kind: 'handoff', to: 'request' }, { kind: 'handoff', to: 'link', url: '/a' }, { kind: 'event', name: 'e' }].map((action) => [
    `action ${Object.values(action).join(' ')}`, { message: { ...card, body: label, offer: 'o', action: { ...action, label }, chat: [{ id: 'a', say: label, replies: [{ label, next: 'a' }, { label, action: { kind: 'event', label, name: 'e' } }] }] } },
  ] as const),
  ['video', { message: { kind: 'video', title: label, video: { src: '/v.webm', poster: '/v.svg', captions: { en: '/v.vtt' } } } }],
  ['banner', { message: { kind: 'banner', title: label, body: label, action: { kind: 'event', label, name: 'e' } } }],
  ['survey', { message: { kind: 'survey', title: label, survey: [
    { id: 'a', kind: 'single', ask: label, answers: [{ id: 'a', label }, { id: 'b', label }] }, { id: 'b', kind: 'multiple', ask: label, answers: [{ id: 'a', label }, { id: 'b', label }] },
    { id: 'c', kind: 'scale', scale: '0-10', ask: label, low: label, high: label }, { id: 'd', kind: 'scale', scale: '1-5', ask: label },
  ] } }],
  ['everything else', {
    name: 'A', group: 'g', rollout: 0.5, priority: 1, control: 0, hold: '1m', trigger: { all: [{ on: 'idle', for: '1m' }], within: '5m' },
    variants: [{ id: 'b', weight: 2, message: { kind: 'coupon', title: label, offer: 'o' } }], goal: { event: 'purchase', within: '1h' },
    frequency: { page: 1, session: 1, lifetime: 1, custom: [{ cap: 1, period: '1d' }], cooldown: '1m', after: { ignore: '1d', dismiss: '1d', click: '1d', convert: 'forever' } },
    schedule: { from: '2026-01-01T00:00', until: '2026-01-02T00:00', hours: ['mon 01:00-02:00'], timeZone: 'UTC' },
  }],
];

it.each(CAMPAIGNS)('a device knows every word of %s', (_name, fields) => {
  const campaign = { id: 'a', status: 'live', trigger: { any: [{ on: 'idle', for: '10s' }] }, message: card, ...fields };
  const parsed = parseConfig({
    v: 1, campaigns: [campaign], groups: { g: {} }, offers: { o: { mode: 'minted', budget: 1 } }, signals: [{ id: 's', on: 'event', name: 'e' }],
  });
  expect(parsed.ok ? [] : parsed.issues).toEqual([]);
  if (!parsed.ok) return;
  const served = JSON.parse(JSON.stringify(localize(compile(parsed.value, { siteId: 'demo', salt: 's' }), 'en')));
  const read = readConfig(served) as DeviceConfig;
  expect(read).toEqual(served);
  expect(unsupportedOf(read)).toEqual([null]);
});
