import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { rollup } from 'rollup';
import { beforeAll, expect, it } from 'vitest';
import { deviceOf, type CampaignCase } from '../cases/engine/deviceOf.ts';
import { play, START, type Step } from '../cases/engine/play.ts';
import { ROOT } from './listFiles.ts';

type Case = readonly [name: string, input: { readonly campaigns: readonly CampaignCase[]; readonly do: readonly Step[] }, expected: { readonly shown: readonly unknown[] }];

/** What a host gives beyond the language: a fresh context must have none of it. */
const HOST = ['console', 'process', 'URL', 'TextEncoder', 'setTimeout', 'queueMicrotask', 'performance', 'crypto', 'structuredClone', 'fetch', 'WebAssembly', 'window', 'require'];

const caseOf = (file: string, named: string): Case => {
  const cases = JSON.parse(readFileSync(`${ROOT}tests/cases/engine/${file}.json`, 'utf8')) as Case[];
  return cases.find(([name]) => name === named)!;
};

/** Reads the configuration, plays the observations and tells, inside. */
const PLAY = `(function (input) {
  const { config, observations, at } = JSON.parse(input);
  let dice = 0;
  const traits = { device: 'desktop', utcOffsetMinutes: 0, visitorSessions: 2, visitorFirstSeen: at - 3 * 86400000 };
  const engine = tactful.createEngine({ config: tactful.readConfig(config), at, visitor: 'visitor', session: 's1', traits, random: () => (dice = (dice + 0.618) % 1) });
  const shown = [];
  for (const observation of observations) {
    if (observation.kind) engine.observe(observation);
    else engine.tick(observation.at);
    for (let due = engine.due(); due; due = engine.due()) shown.push([due.campaign, engine.expose(due.campaign, {}).exposure.arm, observation.at - at]);
  }
  return JSON.stringify({ shown, summary: engine.summary(), trace: engine.explain(), unread: tactful.readConfig({ v: 1 }) === undefined });
})`;

const alone = createContext({});
beforeAll(async () => {
  // Put together as they were built: one script, because a bare context loads no modules.
  const entry = `export { readConfig } from '${ROOT}packages/protocol/lib/readConfig.js'; export { createEngine } from '${ROOT}packages/sdk/dist/tactful-engine.mjs';`;
  const bundle = await rollup({ input: 'entry', plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? entry : null) }] });
  const { output } = await bundle.generate({ format: 'iife', name: 'tactful' });
  expect(output).toHaveLength(1);
  // Node gives every context these two.
  runInContext('delete globalThis.console; delete globalThis.WebAssembly;', alone);
  runInContext(output[0].code, alone);
});

it('has ECMAScript alone', () => {
  expect(runInContext(`${JSON.stringify(HOST)}.filter((name) => name in globalThis)`, alone)).toHaveLength(0);
});

it.each([
  caseOf('dwell', "three dwells over 10 s in a row fire at the third one's tenth second"),
  caseOf('frequency', 'session: once'),
])('the built engine decides the same as outside: %s', (_name, { campaigns, do: steps }, expected) => {
  const config = deviceOf(campaigns);
  const observations: object[] = [];
  const { shown, engine } = play({ config, steps, observed: (one) => observations.push(one) });
  const inside = (runInContext(PLAY, alone) as (input: string) => string)(JSON.stringify({ config, observations, at: START }));
  expect(JSON.parse(inside)).toEqual(JSON.parse(JSON.stringify({ shown, summary: engine.summary(), trace: engine.explain(), unread: true })));
  expect(shown).toEqual(expected.shown);
});
