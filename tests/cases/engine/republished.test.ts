import { createCore, DECIDE, due, explain, KEEP, observe, SENSE, tick, type Observation } from '@tactful/engine';
import type { DeviceConfig } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { deviceOf } from './deviceOf.ts';

const START = 1_795_168_800_000;
const stages = { ...DECIDE, ...KEEP, ...SENSE };
type Core = ReturnType<typeof createCore>;

const configOf = (trigger: object, version: number): DeviceConfig => {
  const config = deviceOf([{ id: 'card', trigger: { any: [trigger] } }]);
  return { ...config, version: `c${version}`, campaigns: config.campaigns.map((campaign) => ({ ...campaign, version })) };
};
const optionsOf = (config: DeviceConfig, at: number): Parameters<typeof createCore>[0] => ({ config, at: START + at, visitor: 'v', session: 's', random: () => 0.5, stages });
const tell = (core: Core, at: number, fact: object): void => observe(core, { at: START + at, ...fact } as Observation);

/** A visitor who is on the page since 0, and put something into the cart at 1 s. */
function enter(config: DeviceConfig): Core {
  const core = createCore(optionsOf(config, 0));
  tell(core, 0, { kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } });
  tell(core, 0, { kind: 'visibility', visible: true });
  tell(core, 0, { kind: 'focus', focused: true });
  tell(core, 0, { kind: 'page', page: 'home', type: 'home' });
  tell(core, 1_000, { kind: 'event', name: 'add_to_cart', props: { value: 40, currency: 'EUR' } });
  return core;
}
/** The same page goes on under another configuration, as the SDK does it. */
const change = (core: Core, config: DeviceConfig, at: number): Core => createCore(optionsOf(config, at), (memory) => Object.assign(memory, core));
const fires = (core: Core, at: number): boolean => {
  tick(core, START + at);
  return due(core) !== null;
};

it.each([
  ['a stay', { on: 'dwell', page: 'home', for: '60s' }, { on: 'dwell', page: 'home', for: '5s' }, 5_000],
  ['a stay in a row', { on: 'dwell', page: 'home', for: '60s', consecutive: 2, within: '30m' }, { on: 'dwell', page: 'home', for: '5s', consecutive: 1, within: '30m' }, 5_000],
  ['the cart', { on: 'cart_idle', for: '60s' }, { on: 'cart_idle', for: '7s' }, 8_000],
])('%s of a republished campaign is waited for from where it began, also on a page that goes on', (_what, before, after, at) => {
  const core = change(enter(configOf(before, 1)), configOf(after, 2), 3_000);
  expect([fires(core, at - 1), fires(core, at)]).toEqual([false, true]);
});

it('a page of a new campaign counts as entered where it comes to it; one that has fired does not fire again', () => {
  const config = configOf({ on: 'page', page: 'home' }, 1);
  const late = change(enter(configOf({ on: 'event', name: 'x' }, 1)), config, 3_000);
  expect(fires(late, 3_000)).toBe(true);
  const core = enter(config);
  tick(core, START + 30_000);
  expect([fires(change(core, { ...config, version: 'c9' }, 31_000), 31_000), fires(change(core, configOf({ on: 'page', page: 'home' }, 2), 31_000), 31_000)]).toEqual([false, true]);
});

it('what has waited goes on where it stood, and what has fired waits for the next visit', () => {
  const config = configOf({ on: 'dwell', page: 'home', for: '5s' }, 1);
  const core = change(enter(config), { ...config, version: 'c2' }, 3_000);
  expect([fires(core, 4_999), fires(core, 5_000)]).toEqual([false, true]);
  tick(core, START + 30_000);
  expect(fires(change(core, { ...config, version: 'c3' }, 31_000), 40_000)).toBe(false);
  expect(explain(core, 'card')[0]!.campaign).toBe('card');
});

it('a clock that went back between two loads goes on under another configuration', () => {
  const config = configOf({ on: 'dwell', page: 'home', for: '5s' }, 1);
  const core = enter(config);
  core.shift = 60_000;
  expect(change(core, config, 2_000).shift).toBe(60_000);
});
