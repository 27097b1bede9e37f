import { createEngine, type Caps, type Engine, type Observation } from '@tactful/engine';
import { LIMITS, type DeviceConfig, type DeviceFrequency } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyVisit, BUSY, BUSY_SITE } from './anyVisit.ts';
import { deviceOf } from './deviceOf.ts';

const START = 1_795_168_800_000;
const config = deviceOf(BUSY, BUSY_SITE);
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value));

interface Shown { readonly campaign: string; readonly arm: string; readonly now: number; readonly page: number }

/** A page: it ticks at deadlines, exposes what is due and ends every message a second later. `carrying` writes the memory down before each step. */
function visit(steps: readonly (readonly [number, object])[], carrying: boolean): { engine: Engine; shown: Shown[] } {
  let dice = 0;
  const make = (at: number, carried?: Engine): Engine => createEngine({
    config, at, visitor: 'v', session: 's', random: () => (dice = (dice + 0.618) % 1), ...(carried && { carried: json(carried.carry()) }),
  });
  let at = START;
  let engine = make(at);
  let pages = 0;
  const shown: Shown[] = [];
  const observe = (fact: object): void => {
    engine.observe({ at, ...fact } as Observation);
    for (let due = engine.due(); due; due = engine.due()) {
      const exposed = engine.expose(due.campaign, {})!;
      shown.push({ campaign: due.campaign, arm: exposed.exposure.arm, now: exposed.exposure.at, page: pages });
      engine.observe({ at, kind: 'outcome', exposure: exposed.exposure.id, outcome: 'dismiss', reason: 'close' });
    }
  };
  for (const fact of [{ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }]) observe(fact);
  for (const [gap, fact] of steps) {
    if (carrying) engine = make(at, engine);
    for (let next = engine.nextDeadline(), n = 0; next <= at + gap && at + gap < Infinity && n < 200; next = engine.nextDeadline(), n++) {
      expect(next).toBeGreaterThan(at);
      at = next;
      engine.tick(at);
    }
    if ('kind' in fact && fact.kind == 'page') pages++;
    if (gap > 0 && gap < Infinity) at += gap;
    if (Number.isNaN(gap) || gap < 0 || gap == Infinity) engine.tick(at + gap);
    observe(fact);
  }
  return { engine, shown };
}

it('same observations, same clock, same dice: same decisions and summary, also through carried state', () => {
  fc.assert(fc.property(anyVisit(60), (steps) => {
    const one = visit(steps, false);
    const again = visit(steps, false);
    const carried = visit(steps, true);
    expect(again.shown).toEqual(one.shown);
    expect(again.engine.carry()).toEqual(one.engine.carry());
    expect(carried.shown).toEqual(one.shown);
    expect(json(carried.engine.summary())).toEqual(json(one.engine.summary()));
  }), { numRuns: 300 });
});

it('whatever happened, what is written down fits', () => {
  fc.assert(fc.property(anyVisit(300), (steps) => {
    const { engine } = visit(steps, false);
    const summary = engine.summary();
    expect(Buffer.byteLength(JSON.stringify(summary))).toBeLessThanOrEqual(LIMITS.summaryBytes);
    expect(Buffer.byteLength(JSON.stringify(engine.carry()))).toBeLessThanOrEqual(LIMITS.carriedBytes);
    expect(Object.keys(summary.pages).length).toBeLessThanOrEqual(LIMITS.pages);
    expect(summary.exposures.length).toBeLessThanOrEqual(LIMITS.exposures);
    expect(summary.goals.length).toBeLessThanOrEqual(LIMITS.goals);
    for (const trace of engine.explain()) expect(trace.gates).toHaveLength(19);
  }), { numRuns: 200 });
});

/** Counts impressions anew, from nothing but what was shown. */
function holds(shown: readonly Shown[], ids: readonly string[], { page = Infinity, session = Infinity, lifetime = Infinity, custom = [], cooldown = 0 }: DeviceFrequency): void {
  const mine = shown.filter(({ campaign }) => ids.includes(campaign));
  mine.forEach((one, index) => {
    const before = mine.slice(0, index);
    expect(before.filter((other) => other.page == one.page).length).toBeLessThan(page);
    expect(before.length).toBeLessThan(Math.min(session, lifetime));
    for (const { cap, period } of custom) expect(before.filter(({ now }) => now > one.now - period).length).toBeLessThan(cap);
    for (const { now } of before) expect(one.now - now).toBeGreaterThanOrEqual(cooldown);
  });
}

it('no cap is ever exceeded, by a brute-force count', () => {
  fc.assert(fc.property(anyVisit(200), (steps) => {
    // Without a word from the server: what is counted here is the time that caps know.
    const { shown } = visit(steps.filter(([, fact]) => !('kind' in fact && fact.kind == 'time')), false);
    const ids = config.campaigns.map(({ id }) => id);
    for (const { id, frequency } of config.campaigns) holds(shown, [id], frequency);
    for (const [group, frequency] of Object.entries(config.groups)) holds(shown, config.campaigns.filter((one) => one.group == group).map(({ id }) => id), frequency);
    holds(shown, ids, config.frequency);
  }), { numRuns: 300 });
});

it('carried state of any shape starts an engine', () => {
  const blank = (carried: unknown): Engine => createEngine({ config, at: START, visitor: 'v', session: 's', random: () => 0.5, carried: carried as never });
  const whole = json(visit([[0, { kind: 'page', page: 'cart', type: 'cart' }], [9_000, { kind: 'event', name: 'a' }]], false).engine.carry()) as Record<string, unknown>;
  fc.assert(fc.property(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), (key, value) => {
    const engine = blank({ ...whole, [key]: value });
    engine.observe({ at: START + 1, kind: 'page', page: 'home', type: 'home' });
    engine.due();
    expect(engine.summary().config).toBe(config.version);
  }), { numRuns: 2_000 });
});

it('a larger control group keeps everyone it had', () => {
  const arm = (control: number, visitor: string): string => {
    const engine = createEngine({ config: controlled(control), at: START, visitor, session: 's', random: () => 0.5 });
    engine.observe({ at: START, kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } });
    engine.observe({ at: START, kind: 'page', page: 'home', type: 'home' });
    engine.observe({ at: START, kind: 'event', name: 'a' });
    return engine.expose('c1', {})!.exposure.arm;
  };
  const configs = new Map<number, DeviceConfig>();
  const controlled = (control: number): DeviceConfig => {
    if (!configs.has(control)) configs.set(control, deviceOf([{ control, trigger: { any: [{ on: 'event', name: 'a' }] } }]));
    return configs.get(control)!;
  };
  const visitors = Array.from({ length: 1_500 }, (_one, index) => `visitor-${index}`);
  const small = visitors.filter((visitor) => arm(0.1, visitor) == 'control');
  const large = new Set(visitors.filter((visitor) => arm(0.2, visitor) == 'control'));
  expect(small.every((visitor) => large.has(visitor))).toBe(true);
  // Four standard deviations of a binomial share over 1,500.
  expect(Math.abs(small.length / 1_500 - 0.1)).toBeLessThan(0.031);
  expect(Math.abs(large.size / 1_500 - 0.2)).toBeLessThan(0.042);
});

it('caps come out as they went in, and are never lowered', () => {
  const engine = createEngine({ config, at: START, visitor: 'v', session: 's', random: () => 0.5 });
  const caps: Caps = { scopes: { 'c:c1': { shown: [[START - 5, 'r']], lifetime: 7, waitUntil: START + 9 } }, arms: { c1: 't' }, latest: START - 1, optOut: true };
  engine.observe({ at: START, kind: 'caps', caps });
  engine.observe({ at: START, kind: 'caps', caps: { scopes: { 'c:c1': { shown: [], lifetime: 1, waitUntil: 0 } }, arms: { c1: 'c' }, latest: 0 } });
  expect(engine.caps()).toEqual({ ...caps, latest: START });
});
