import { compile, parseConfig } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { makeSummary } from '../../../../tests/worker/harness/makeSummary.ts';
import { testSessions } from './testSessions.ts';

it('what another model said of a learned state is not answered; experts’ scores are those of before', () => {
  const campaign = (id: string, state: string) => ({ id, status: 'shadow', trigger: { any: [{ on: 'intent', state, gte: 0.5 }] }, message: { kind: 'card', title: { en: id } } });
  const source = parseConfig({ v: 1, campaigns: [campaign('buyers', 'likely_buyer'), campaign('lost', 'struggle')] });
  if (!source.ok) throw new Error(JSON.stringify(source.issues));
  const { device } = compile(source.value, { siteId: 'shop', salt: 'salt' });
  const scored = (model: string) => ({ receivedAt: 1, tabs: [makeSummary({ visitor: model, session: model, model, intents: { likely_buyer: { peak: 0.9, last: 0.9 }, struggle: { peak: 0.9, last: 0.9 } } })] });
  const test = (model: string) => testSessions([scored('expert-1'), scored('learned-2')], device.campaigns, { names: { c1: { pages: [], signals: [], progress: [] } }, model }).campaigns.map(({ trigger }) => trigger);
  expect(test('learned-2')).toEqual([{ atLeast: 1, atMost: null }, { atLeast: 2, atMost: 2 }]);
});
