import { expect, it } from 'vitest';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { createPrefixStore } from './prefixStore.ts';
import { DESK_SCHEMA } from './schema.ts';

const MINUTE = 60_000, DAY = 86_400_000, NOW = 1_800_000_000_000;

it('counts networks for a day, and forgets them when it is over', () => {
  const { sql } = openSql(DESK_SCHEMA);
  const store = createPrefixStore(sql);
  store.count('net-1', NOW);
  store.count('net-2', NOW + 5 * MINUTE);
  expect([store.since('net-1', NOW), store.forget(NOW + DAY), store.forget(NOW + DAY + MINUTE)]).toEqual([1, NOW + DAY + MINUTE, NOW + DAY + 6 * MINUTE]);
  expect([store.since('net-1', 0), store.since('net-2', 0), store.forget(NOW + 2 * DAY), store.since('net-2', 0)]).toEqual([0, 1, undefined, 0]);
});
