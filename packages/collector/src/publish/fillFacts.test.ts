import { expect, it } from 'vitest';
import { fillFacts } from './fillFacts.ts';

const GOALS = { gone: { event: 'upgrade', within: 1 } };
const compiled = async () => ({ device: { pages: [{ id: 'workflow', match: ['/w'] }], signals: [], campaigns: [{ id: 'stall' }] } }) as never;

it('finds the names of a publication that kept none', async () => {
  expect((await fillFacts({ halt: false, goals: GOALS, offers: {} }, compiled)).names)
    .toEqual({ pages: ['workflow'], signals: [], events: ['upgrade'], campaigns: [['stall', []], ['gone', []]] });
});

it('leaves the names that were kept', async () => {
  const names = { pages: [], signals: ['a'], events: [], campaigns: [] };
  expect((await fillFacts({ halt: false, goals: GOALS, offers: {}, names }, compiled)).names).toEqual(names);
});
