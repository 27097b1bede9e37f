import { createEngine, type Observation } from '@tactful/engine';
import { createBacktest, type BacktestCounts } from '@tactful/learner';
import type { Summary } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyVisit } from '../engine/anyVisit.ts';
import { deviceOf } from '../engine/deviceOf.ts';

const START = 1_795_168_800_000;
const SENSES = ['hesitation', 'attention', 'rage_click', 'dead_click', 'slow', 'field_hesitation', 'form_abandon', 'cart_revisit', 'backtrack', 'return', 'exit_intent', 'idle', 'scroll'];
const TRIGGERS: readonly Record<string, unknown>[] = [
  { any: [{ on: 'page', page: 'cart' }] }, { any: [{ on: 'page', page: 'type:checkout' }] },
  { any: [{ on: 'dwell', page: 'cart', for: '10s' }] }, { any: [{ on: 'dwell', page: 'type:checkout', for: '5s', consecutive: 2, within: '30m' }] },
  { any: [{ on: 'form_error', consecutive: 2 }] }, { any: [{ on: 'form_error', consecutive: 1, page: 'checkout' }] },
  { any: [{ on: 'error', times: 2, within: '1m' }] }, { any: [{ on: 'exit_intent' }] }, { any: [{ on: 'exit_intent', after: '0s', page: 'home' }] },
  { any: [{ on: 'cart_idle', for: '10s' }] }, { any: [{ on: 'idle', for: '15s' }] }, { any: [{ on: 'scroll', percent: 60 }] }, { any: [{ on: 'scroll', percent: 40, page: 'type:cart' }] },
  { any: [{ on: 'event', name: 'add_to_cart' }] }, { any: [{ on: 'event', name: 'purchase', times: 2 }] }, { any: [{ on: 'event', name: 'view_cart', consecutive: 2, within: '5m' }] }, { any: [{ on: 'event', name: 'a' }] },
  { any: [{ on: 'signal', id: 'saved', times: 2 }] }, { any: [{ on: 'signal', id: 'save-address' }] },
  { any: [{ on: 'attention', topic: 'price', for: '8s' }] }, { any: [{ on: 'rage_click' }] }, { any: [{ on: 'dead_click', page: 'home' }] }, { any: [{ on: 'slow', for: '3s' }] },
  { any: [{ on: 'field_hesitation', for: '10s' }] }, { any: [{ on: 'form_abandon' }] }, { any: [{ on: 'cart_revisit', times: 1 }] }, { any: [{ on: 'backtrack' }] }, { any: [{ on: 'return', away: '20s' }] },
  { any: [{ on: 'sequence', of: [{ on: 'page', page: 'cart' }, { on: 'page', page: 'home' }], within: '10m' }] },
  { any: [{ on: 'event', name: 'add_to_cart' }, { on: 'error', times: 1, within: '1m' }] }, { all: [{ on: 'event', name: 'add_to_cart' }, { on: 'scroll', percent: 20 }], within: '1h' },
];
const CONDITIONS = [
  { feature: 'intent.struggle', gte: 0.5 },
  undefined, undefined, undefined, undefined, { feature: 'session.pages', gte: 3 }, { feature: 'session.pages', lt: 2 }, { not: { feature: 'session.errors', gt: 0 } }, { feature: 'cart.items', gte: 1 },
  { feature: 'page.type', in: ['cart', 'checkout'] }, { feature: 'cart.stage', eq: 'none' }, { feature: 'device.kind', eq: 'phone' }, { feature: 'user.tier', exists: false },
  { all: [{ feature: 'visitor.sessions', gte: 2 }, { any: [{ feature: 'cart.added', gte: 1 }, { feature: 'session.exit_intents', gte: 1 }] }] },
];

/** Plays a visit and tells whether the campaign was due at any time, and what a back-test makes of the summary. */
function playAndTest(trigger: unknown, condition: unknown, steps: readonly (readonly [number, object])[]): { shown: boolean; counts: BacktestCounts } {
  const config = deviceOf([{ trigger, ...(condition ? { conditions: condition } : {}), hold: '10s' }]);
  const names = { pages: new Map(config.pages.map(({ id, type }) => [id, type as string])), signals: new Set(config.signals.map(({ id }) => id)), progress: new Set(config.pages.flatMap(({ progress = [] }) => progress)) };
  const engine = createEngine({ config, at: START, visitor: 'v', session: 's', random: () => 0.5, traits: { device: 'desktop', utcOffsetMinutes: 0, visitorSessions: 2, visitorFirstSeen: START } });
  let [at, shown] = [START, false];
  const tell = (fact: object): void => {
    engine.observe({ at, ...fact } as Observation);
    shown ||= engine.due() !== null;
  };
  for (const fact of [{ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }, { kind: 'page', page: null, type: 'other' }]) tell(fact);
  for (const [gap, fact] of steps) {
    for (let next = engine.nextDeadline(), n = 0; next <= at + gap && n < 200; next = engine.nextDeadline(), n++) {
      engine.tick(at = next);
      shown ||= engine.due() !== null;
    }
    at += gap;
    tell(fact);
  }
  const backtest = createBacktest(config.campaigns);
  backtest.add([{ summary: { ...engine.summary(), context: { device: 'desktop' } } as Summary, names }]);
  return { shown, counts: backtest.counts()[0]! };
}

/** What no log of a visit tells otherwise than a device that works: time that stands or goes forward, and pages of their own type. */
const visits = anyVisit(80, 30).map((steps) => steps
  .filter(([gap, fact]) => gap >= 0 && gap < Infinity && !['opt_out', 'permission', 'time', 'outcome', 'attributes'].includes((fact as { kind: string }).kind))
  .map(([gap, fact]): [number, object] => {
    const { kind, page } = fact as { kind: string; page?: string };
    const named = { home: 'home', cart: 'cart', checkout: 'checkout', payment: 'checkout', workflow: 'feature' }[page ?? ''];
    return [gap, kind === 'page' ? { ...fact, type: named ?? 'other' } : fact];
  }));

it('what surely happened did, and what can’t have did not, whatever the visitor did', () => {
  const seen = { yes: 0, no: 0, may: 0, untold: 0 };
  fc.assert(fc.property(fc.constantFrom(...TRIGGERS), fc.constantFrom(...CONDITIONS), visits, (trigger, condition, steps) => {
    const { shown, counts: { both } } = playAndTest(trigger, condition, steps);
    const told = both.yes ? 'yes' : both.may ? 'may' : both.untold ? 'untold' : 'no';
    seen[told]++;
    if (told === 'yes') expect(shown).toBe(true);
    if (told === 'no') expect(shown).toBe(false);
  }), { numRuns: 800 });
  // Bounds that say nothing would hold, too.
  expect(seen.yes).toBeGreaterThan(15);
  expect(seen.no).toBeGreaterThan(80);
});

it('a condition on what nobody scored or counted is answered by “may”, not by “no”', () => {
  const config = deviceOf([{ trigger: { any: [{ on: 'page', page: 'cart' }] }, conditions: { any: [{ feature: 'intent.struggle', gte: 0.5 }, { feature: 'session.rage_clicks', gte: 1 }] } }]);
  const backtest = createBacktest(config.campaigns);
  const summary = { config: 'c', activeMs: 1, context: { device: 'phone' }, pages: { cart: { views: 1, activeMs: 1, episodes: 1 } }, counts: {}, signals: {}, intents: {}, features: {}, loss: {} };
  backtest.add([{ summary: summary as unknown as Summary, names: { pages: new Map([['cart', 'cart']]), signals: new Set(), progress: new Set() } }]);
  expect(backtest.counts()[0]).toMatchObject({ conditions: { yes: 0, may: 1 }, both: { yes: 0, may: 1 } });
});
