import { expect, it } from 'vitest';
import { fillFacts } from './fillFacts.ts';

const GOALS = { gone: { event: 'upgrade', within: 1 } };
const compiled = async () => ({ device: { pages: [{ id: 'workflow', match: ['/w'] }], signals: [], campaigns: [{ id: 'stall', version: 3, control: 0.2 }] } }) as never;

it('finds the names of a publication that kept none', async () => {
  expect((await fillFacts({ halt: false, goals: GOALS, offers: {} }, compiled)).names)
    .toEqual({ pages: ['workflow'], signals: [], events: ['upgrade'], campaigns: [['stall', []], ['gone', []]] });
});

it('finds the shares of one that kept names alone, of the version that it published', async () => {
  const names = { pages: [], signals: ['a'], events: [], campaigns: [['stall', []], ['gone', []]] as const };
  expect(await fillFacts({ halt: false, goals: GOALS, offers: {}, names }, compiled)).toMatchObject({ names, controls: { stall: { 3: 0.2 } } });
});

it('leaves what was kept', async () => {
  const kept = { names: { pages: [], signals: ['a'], events: [], campaigns: [] }, controls: { old: { 1: 0.5 } } };
  expect(await fillFacts({ halt: false, goals: GOALS, offers: {}, ...kept }, compiled)).toMatchObject(kept);
});
