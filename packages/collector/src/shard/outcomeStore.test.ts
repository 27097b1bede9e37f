import { expect, it } from 'vitest';
import { makeExposure, makeSummary } from '../../../../tests/worker/harness/makeSummary.ts';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { createShardStores } from './createShardStores.ts';
import { ingest } from './ingest.ts';
import { joinVisitor } from './joinVisitor.ts';
import { beginRecount, compareWith } from './recount.ts';
import { SHARD_SCHEMA } from './schema.ts';

it('what happened elsewhere is told of a visitor who met nothing here, and counts from when they do', () => {
  const NOW = 1_800_000_000_000, visitor = 'v1', goal = { id: 'told', event: 'purchase', mills: 9_000, lacks: '', at: NOW } as const;
  const stores = createShardStores(openSql(SHARD_SCHEMA.filter((step) => typeof step === 'string')).sql);
  const send = (own: object): unknown => ingest(stores, { now: NOW, sentAt: NOW, facts: { currency: 'EUR', goals: { stall: { event: 'purchase', within: 86_400_000 } }, controls: {} }, hooks: [], summaries: [makeSummary({ visitor, session: 's1', startedAt: NOW - 61_000, ...own })] });
  const counted = (): object => {
    const recounting = beginRecount(stores);
    expect(recounting.turn()).toBe(true);
    return compareWith(stores.rollups, recounting.end()).differences;
  };
  const conversions = (): number[] => stores.rollups.totals().filter(({ measure }) => measure === 'conversions').map(({ n }) => n);

  joinVisitor(stores, { visitor, campaigns: { stall: 'mixed' }, goals: [goal] });
  send({});
  expect([stores.outcomes.joinedGoals(visitor), conversions(), counted()]).toEqual([[goal], [], []]);
  send({ seq: 2, exposures: [makeExposure({ id: 'e1', at: NOW - 30_000 })] });
  expect([conversions(), counted()]).toEqual([[1], []]);
});
