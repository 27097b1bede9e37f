import { compile, localize } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createCore } from '../createCore.ts';
import { hasOpportunity } from '../hasOpportunity.ts';
import { nothing } from '../nothing.ts';
import { observe } from '../observe.ts';
import { DECIDE } from './DECIDE.ts';
import { makeSure } from './makeSure.ts';

const config = localize(compile({
  v: 1,
  campaigns: [{ id: 'search', status: 'live', trigger: { any: [{ on: 'event', name: 'search', where: { feature: 'results', eq: 0 } }] }, message: { kind: 'card', title: { en: 'Help?' } } }],
}, { siteId: 'demo', salt: 's' }), 'en');

it.each([[0, ['search']], [3, []]])('keeps an event with %i results until its condition can be read', (results, expected) => {
  const core = createCore({ config, at: 0, visitor: 'v', session: 's', random: () => 0, stages: nothing() });
  observe(core, { kind: 'page', at: 0, page: null, type: 'other' });
  observe(core, { kind: 'event', at: 1, name: 'search', props: { results } });
  expect([Object.keys(core.open), hasOpportunity(core)]).toEqual([[], true]);
  Object.assign(core.stages, DECIDE);
  makeSure(core);
  expect([Object.keys(core.open), hasOpportunity(core)]).toEqual([expected, expected.length > 0]);
});
