import { FEATURES, SHIPPED_FEATURES, type Scalar } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { deviceOf } from '../../../../tests/cases/engine/deviceOf.ts';
import { createCore } from '../createCore.ts';
import { DECIDE } from '../decide/DECIDE.ts';
import type { Core } from '../memory.ts';
import { observe } from '../observe.ts';
import { SENSE } from '../sense/SENSE.ts';
import { KEEP } from './KEEP.ts';
import { readerOf } from './readerOf.ts';
import { shipped } from './shipped.ts';
import { TIMED } from './TIMED.ts';

const open = (stages: Partial<Core['stages']>): Core => createCore({
  config: deviceOf([]), at: 0, visitor: 'v', session: 's', random: () => 0, stages: { ...DECIDE, ...KEEP, ...SENSE, ...stages },
  traits: { device: 'desktop', utcOffsetMinutes: 0, visitorSessions: 3, visitorFirstSeen: 0 },
});
const told = (core: Core): void => ([
  { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }, { kind: 'page', page: 'sale', type: 'product' }, { kind: 'event', name: 'add_to_cart', props: { value: 9, currency: 'EUR' } },
  { kind: 'sense', on: 'slow', ms: 2_345 }, { kind: 'attributes', values: { tier: 'vip' } },
] as const).forEach((fact, at) => observe(core, { ...fact, at: 7_000 * at } as never));
const names: readonly string[] = FEATURES.map(({ name }) => name).filter((name) => !name.startsWith('intent.'));
const all = (core: Core): Record<string, Scalar | undefined> => Object.fromEntries(names.map((name) => [name, readerOf(name)(core)]));

it('reads every feature of the registry, and none that is not there', () => {
  const core = open({});
  told(core);
  expect(Object.entries(all(core)).filter(([, value]) => value === undefined)).toEqual([]);
  expect(readerOf('user.tier')(core)).toBe('vip');
  for (const name of ['user.other', 'intent.struggle', 'session.gold', 'toString', '__proto__', 'intent.constructor', 'user.__proto__']) expect(readerOf(name)(core), name).toBeUndefined();
});

it('tells those that ship, in the registry’s order; those of the finer senses only where they are there', () => {
  expect(shipped(open({})).map(([name]) => name)).toEqual(Object.keys(SHIPPED_FEATURES));
  const without = open({ feels: () => undefined, felt: () => undefined });
  told(without);
  expect(shipped(without)).toHaveLength(10);
  expect(readerOf('session.wait_seconds')(without)).toBeUndefined();
});

it('knows which of them time alone changes', () => {
  const core = open({});
  told(core);
  const before = all(core);
  // More than a day, of which three minutes are active.
  observe(core, { kind: 'focus', focused: true, at: 200_000 });
  observe(core, { kind: 'focus', focused: true, at: 90_100_000 });
  const after = all(core);
  expect(names.filter((name) => before[name] !== after[name] && name != 'visitor.days_since_first').sort()).toEqual([...TIMED].sort());
});
