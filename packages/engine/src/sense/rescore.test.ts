import { FEATURES, type DeviceConfig } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyVisit, BUSY, BUSY_SITE } from '../../../../tests/cases/engine/anyVisit.ts';
import { deviceOf } from '../../../../tests/cases/engine/deviceOf.ts';
import { createCore } from '../createCore.ts';
import { createEngine } from '../createEngine.ts';
import { DECIDE } from '../decide/DECIDE.ts';
import { observe } from '../observe.ts';
import type { Observation } from '../observation.ts';
import { KEEP } from '../summarize/KEEP.ts';
import { readerOf } from '../summarize/readerOf.ts';
import { TIMED } from '../summarize/TIMED.ts';
import { SENSE } from './SENSE.ts';

/** Of what facts change, each is a state of its own: a score that was left behind by any of them shows. */
const names = FEATURES.filter(({ name, type }) => type === 'number' && !/^(intent|visitor)\./.test(name) && !TIMED.includes(name)).map(({ name }) => name);
const model = { id: 'm', states: Object.fromEntries(names.map((name) => [name, { bias: 0, terms: [[name, 1, -1, 'log1p']] }])) };
const config = { ...deviceOf(BUSY, BUSY_SITE), model } as unknown as DeviceConfig;

it('leaves no score behind: after each fact it is that of the visit as it stands', () => {
  fc.assert(fc.property(anyVisit(40), (steps) => {
    const core = createCore({ config, at: 0, visitor: 'v', session: 's', random: () => 0, stages: { ...DECIDE, ...KEEP, ...SENSE } });
    let at = 0;
    observe(core, { at, kind: 'page', page: 'home', type: 'home' });
    for (const [gap, fact] of steps) {
      if (gap > 0 && gap < Infinity) at += gap;
      observe(core, { ...fact, at } as Observation);
      for (const name of names) {
        const value = readerOf(name)(core);
        const seen = Number.isFinite(value) ? Number(value) : -1;
        expect(core.tally.intents[name]!.last, `${name} after ${JSON.stringify(fact)}`).toBe(Math.round(1_000 / (1 + Math.exp(-Math.log(1 + Math.max(0, seen))))) / 1_000);
      }
    }
  }), { numRuns: 300 });
});

it('a condition on an intent reads it as it is by now, and is looked at again while time may open it', () => {
  const engine = createEngine({
    at: 0, visitor: 'v', session: 's', random: () => 0,
    config: {
      ...deviceOf([{ trigger: { any: [{ on: 'event', name: 'a' }] }, hold: '60s', conditions: { feature: 'intent.likely_buyer', gte: 0.5 } }]),
      model: { id: 'm', states: { likely_buyer: { bias: -3, terms: [['session.active_seconds', 6, 0, 'ramp', 0, 60]] } } },
    },
  });
  for (const fact of [{ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }, { kind: 'page', page: 'home', type: 'home' }])
    engine.observe({ ...fact, at: 0 } as Observation);
  engine.observe({ kind: 'event', name: 'a', at: 20_000 });
  expect(engine.due()).toBe(null);
  expect(engine.explain()[0]!.gates.find(({ gate }) => gate === 'conditions')).toMatchObject({ passed: false, value: { 'intent.likely_buyer': 0.269 } });
  let at = 20_000;
  while (!engine.due() && at < 60_000) engine.tick(at = engine.nextDeadline());
  expect([at, engine.due()?.campaign]).toEqual([30_000, 'c1']);
});
