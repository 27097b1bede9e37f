import { createEngine, type Observation } from '@tactful/engine';
import { compile, GATES, localize, parseConfig, parseSummary, readConfig, type Summary } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import base from './base.json' with { type: 'json' };

const AT = 1_795_000_000_000;
const parsed = parseConfig(base);
const config = parsed.ok ? readConfig(JSON.parse(JSON.stringify(localize(compile(parsed.value, { siteId: 'demo', salt: 's' }), 'en')))) : undefined;

const name = fc.constantFrom('purchase', 'add_to_cart', 'view_cart', 'begin_checkout', 'address_saved', 'My Event / with text', 'ann@shop.example');
const step: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: fc.constant('page'), page: fc.constantFrom('cart', 'checkout', null), type: fc.constantFrom('cart', 'checkout', 'other') }),
  fc.record({ kind: fc.constant('visibility'), visible: fc.boolean() }),
  fc.record({ kind: fc.constant('focus'), focused: fc.boolean() }),
  fc.constant({ kind: 'input' }), fc.constant({ kind: 'error' }), fc.constant({ kind: 'exit_intent' }),
  fc.record({ kind: fc.constant('form_error'), form: fc.constantFrom('pay', 'ann@shop.example'), targets: fc.constant([]) }),
  fc.record({ kind: fc.constant('scroll'), percent: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: fc.constant('event'), name, props: fc.dictionary(fc.constantFrom('value', 'currency', 'transaction_id', 'note'), fc.oneof(fc.constantFrom('EUR', 'https://a.example/?t=1'), fc.double({ min: -1000, max: 1000, noNaN: true }))) }),
  fc.record({ kind: fc.constant('cart'), value: fc.double({ min: 0, max: 1000, noNaN: true }), currency: fc.constantFrom('EUR', 'USD'), items: fc.nat(9) }),
  fc.record({ kind: fc.constant('attributes'), values: fc.dictionary(fc.constantFrom('user.email', 'x.plan'), fc.constantFrom('ann@shop.example', 'pro')) }),
);

it('takes at the intake whatever the engine summarizes, and nothing that was typed', () => {
  expect(config?.campaigns[0]?.unfit).toBeUndefined();
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(20_000), step), { minLength: 1, maxLength: 60 }), (steps) => {
    const engine = createEngine({ config: config!, at: AT, visitor: 'v', session: 's', random: () => 0.5, traits: { device: 'phone', visitorSessions: 2, visitorFirstSeen: AT - 1e9, utcOffsetMinutes: 60 } });
    const start: object[] = [{ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'time', server: AT }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }];
    let at = AT;
    for (const [pause, observation] of [...start.map((one) => [0, one] as const), ...steps]) {
      at += pause;
      engine.observe({ ...observation, at } as Observation);
      const due = engine.due();
      if (due) engine.expose(due.campaign, {});
    }
    const summary: Summary = { ...engine.summary(), session: 's', part: 'p', visitor: 'v', seq: 1, sdk: '0.1.0', bot: 0, context: { device: 'phone', locale: 'en', referrer: 'direct' } };
    const wire = JSON.stringify(summary);
    const taken = parseSummary(JSON.parse(wire));
    expect(taken.ok ? [] : taken.issues).toEqual([]);
    expect(wire).not.toMatch(/shop\.example|a\.example|with text/);
    for (const gate of summary.exposures.flatMap(({ trace }) => trace.map(([index]) => GATES[index]))) expect(gate).toBeDefined();
  }), { numRuns: 300 });
});
