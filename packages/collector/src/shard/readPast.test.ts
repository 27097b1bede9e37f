import { expect, it } from 'vitest';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { readPast } from './readPast.ts';
import { SHARD_SCHEMA } from './schema.ts';

const { sql, run } = openSql(SHARD_SCHEMA.filter((step) => typeof step === 'string'));
const summary = (...snapshots: object[]): string => JSON.stringify({ visitor: 'secret', snapshots });
const session = (id: number, visitor: string, updated: number, text: string, { skew = 0, human = 1 } = {}): void =>
  run(`INSERT INTO sessions (id, visitor, session, day, skew, received_at, updated_at, summary, human) VALUES (${id}, '${visitor}', 's${id}', '2026-01-01', ${skew}, ${updated}, ${updated}, '${text}', ${human})`);
const goal = (id: string, of: number, visitor: string, event: string): void =>
  run(`INSERT INTO goals (session_id, id, visitor, event, mills, at) VALUES (${of}, '${id}', '${visitor}', '${event}', 5000, 900)`);

it('tells what visitors did without who they are, by the server’s clock: the newest before a time, no machine’s, and what they did elsewhere', () => {
  session(1, 'ann', 2_000, summary({ on: 'cart', at: 700, x: [1] }), { skew: 100 });
  session(2, 'ann', 3_000, summary({ on: 'page5', at: 800, x: [2] }));
  session(3, 'bob', 4_000, summary({ on: 'page5', at: 900, x: [3] }));
  session(4, 'bot', 4_100, summary({ on: 'page5', at: 900, x: [4] }), { human: 0 });
  session(5, 'eve', 4_200, summary());
  session(6, 'new', 9_000, summary({ on: 'page5', at: 900, x: [6] }));
  // Of a machine that came in the name of ann.
  session(7, 'ann', 4_300, summary({ on: 'page5', at: 900, x: [7] }), { human: 0 });
  goal('g1', 1, 'ann', 'purchase');
  goal('g2', 1, 'ann', 'signup');
  goal('g3', 7, 'ann', 'purchase');
  run("INSERT INTO joined_goals (visitor, id, event, mills, lacks, at) VALUES ('ann', 'g4', 'refund', -2000, '', 950)");
  run("INSERT INTO joined (visitor, campaign, stands) VALUES ('bob', 'c', 'elsewhere')");
  run("INSERT INTO exposures (session_id, id, visitor, campaign, version, variant, arm, outcome, reason, at, helped) VALUES (1, 'e1', 'ann', 'c', 1, '', 'treatment', 'click', 'action', 850, 0)");

  const told = readPast(sql, { before: 5_000, limit: 10 });
  expect(told).toEqual([
    { sessions: [{ id: 3, snapshots: [{ at: 900, x: [3] }] }], orders: [], exposures: [{ arm: 'treatment', at: 0, campaign: '', outcome: '', reason: '', helped: null }] },
    {
      sessions: [{ id: 2, snapshots: [{ at: 800, x: [2] }] }, { id: 1, snapshots: [{ at: 800, x: [1] }] }],
      orders: [{ id: 'g1', session: 1, event: 'purchase', mills: 5_000, lacks: '', at: 900 }, { id: 'g4', session: 0, event: 'refund', mills: -2_000, lacks: '', at: 950 }],
      exposures: [{ arm: 'treatment', at: 850, campaign: 'c', outcome: 'click', reason: 'action', helped: 0 }],
    },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/ann|bob|secret/);
  expect(readPast(sql, { before: 5_000, limit: 1 }).flatMap(({ sessions }) => sessions.map(({ id }) => id))).toEqual([3]);
});
