import { createContext, runInContext } from 'node:vm';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { expect, it } from 'vitest';
import { deviceOf } from '../cases/engine/deviceOf.ts';
import { play, START, type Step } from '../cases/engine/play.ts';

const config = deviceOf([
  { trigger: { any: [{ on: 'dwell', page: 'checkout', for: '10s', consecutive: 2 }] }, schedule: { hours: ['mon-sun 00:00-24:00'], timeZone: 'visitor' }, goal: { event: 'purchase', within: '24h' } },
  { status: 'shadow', trigger: { any: [{ on: 'event', name: 'a' }] } },
]);
const steps: readonly Step[] = [
  [0, 'page', 'checkout'], [12_000, 'page', 'home'], [13_000, 'event', 'a'], [14_000, 'page', 'checkout'], [30_000, 'input'], [31_000, 'outcome', 'click', 'action'],
  [32_000, 'event', 'purchase', { value: 12, currency: 'EUR', transaction_id: 't' }],
];

it('runs where there is nothing but ECMAScript, without a clock and without dice, and answers the same', async () => {
  const bundle = await rollup({ input: 'packages/engine/lib/index.js', plugins: [nodeResolve()] });
  const { output: [{ code }] } = await bundle.generate({ format: 'iife', name: 'engine' });
  const alone = createContext({});
  runInContext('delete globalThis.Date; delete Math.random; delete globalThis.console; delete globalThis.WebAssembly;', alone);
  runInContext(`${code}; globalThis.createEngine = engine.createEngine;`, alone);

  const { shown, engine } = play({ config, steps });
  const observations: unknown[] = [];
  play({ config, steps, observed: (one) => observations.push(one) });
  const answer = runInContext(`(function (input) {
    const { config, observations, at } = JSON.parse(input);
    const traits = { device: 'desktop', utcOffsetMinutes: 0, visitorSessions: 2, visitorFirstSeen: at - 3 * 86400000 };
    let dice = 0;
    const engine = createEngine({ config, at, visitor: 'visitor', session: 's1', traits, random: () => (dice = (dice + 0.618) % 1) });
    const shown = [];
    for (const observation of observations) {
      if (observation.kind) engine.observe(observation);
      else engine.tick(observation.at);
      for (let due = engine.due(); due; due = engine.due()) shown.push([due.campaign, engine.expose(due.campaign, {}).exposure.arm, observation.at - at]);
    }
    return JSON.stringify({ shown, summary: engine.summary(), trace: engine.explain() });
  })`, alone) as (input: string) => string;
  expect(JSON.parse(answer(JSON.stringify({ config, observations, at: START })))).toEqual(
    JSON.parse(JSON.stringify({ shown, summary: engine.summary(), trace: engine.explain() })));
  expect(shown).toEqual([['c1', 'treatment', 24_000]]);
});
