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
    { sessions: [{ id: 3, snapshots: [{ at: 900, x: [3] }] }], orders: [], exposures: [{ arm: 'treatment', at: 0, campaign: 'c', outcome: '', reason: '', helped: null }] },
    {
      sessions: [{ id: 2, snapshots: [{ at: 800, x: [2] }] }, { id: 1, snapshots: [{ at: 800, x: [1] }] }],
      orders: [{ id: 'g4', session: 0, event: 'refund', mills: -2_000, lacks: '', at: 950 }, { id: 'g1', session: 1, event: 'purchase', mills: 5_000, lacks: '', at: 900 }],
      exposures: [{ arm: 'treatment', at: 850, campaign: 'c', outcome: 'click', reason: 'action', helped: 0 }],
    },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/ann|bob|secret/);
  expect(readPast(sql, { before: 5_000, limit: 1 }).flatMap(({ sessions }) => sessions.map(({ id }) => id))).toEqual([3]);
});

it('of an arm of a campaign it tells where it was met first, however often it was met since, and nothing of machines', () => {
  const met = (of: number, id: string, campaign: string, arm: string, at: number): void =>
    run(`INSERT INTO exposures (session_id, id, visitor, campaign, version, variant, arm, outcome, reason, at) VALUES (${of}, '${id}', 'zoe', '${campaign}', 1, '', '${arm}', 'none', '${id}', ${at})`);
  session(20, 'zoe', 2_000, summary());
  for (let n = 0; n < 450; n++) met(20, `again${n}`, 'c', 'treatment', 1_000 + n);
  // Heard of later, for it waited in the outbox; what the machine met is nobody's.
  session(21, 'zoe', 2_100, summary({ on: 'page5', at: 800, x: [1] }));
  met(21, 'first', 'c', 'treatment', 900);
  met(21, 'other', 'd', 'control', 950);
  session(22, 'zoe', 2_200, summary(), { human: 0 });
  met(22, 'machine', 'c', 'control', 100);
  run("INSERT INTO joined (visitor, campaign, stands) VALUES ('zoe', 'e', 'mixed')");
  const [zoe] = readPast(sql, { before: 2_150, limit: 10 }).filter(({ sessions }) => sessions[0]!.id === 21);
  expect(zoe!.exposures.map(({ campaign, arm, at, reason }) => [campaign, arm, at, reason])).toEqual([['e', 'treatment', 0, ''], ['c', 'treatment', 900, 'first'], ['d', 'control', 950, 'other']]);
});

it('what was known at the first exposure is of that moment, whichever body told of it', () => {
  session(30, 'kim', 2_000, summary({ on: 'page5', at: 700, x: [1] }, { on: 'exposure', at: 800, x: [2] }), { skew: 90 });
  // Its body came quicker than the session's first.
  run("INSERT INTO exposures (session_id, id, visitor, campaign, version, variant, arm, outcome, reason, at) VALUES (30, 'k', 'kim', 'c', 1, '', 'treatment', 'none', '', 850), (30, 'l', 'kim', 'd', 1, '', 'treatment', 'none', '', 860)");
  expect(readPast(sql, { before: 2_050, limit: 10 }).flatMap(({ sessions }) => sessions).find(({ id }) => id === 30)!.snapshots).toEqual([{ at: 790, x: [1] }, { at: 850, x: [2] }]);
});

it('of a campaign it tells the sessions in which visitors met it first, however often they came since', () => {
  for (let n = 0; n < 6; n++) {
    session(40 + n, 'joe', 10_000 + n, summary({ on: 'exposure', at: 900, x: [n] }));
    run(`INSERT INTO exposures (session_id, id, visitor, campaign, version, variant, arm, outcome, reason, at) VALUES (${40 + n}, 'j', 'joe', 'm', 1, '', '${n ? 'control' : 'shadow'}', 'none', '', ${9_000 + n}), (${40 + n}, 'k', 'joe', 'other', 1, '', 'control', 'none', '', ${8_000 + n})`);
  }
  session(50, 'sue', 10_050, summary({ on: 'exposure', at: 900, x: [9] }));
  const ids = (campaign?: string): number[] => readPast(sql, { before: 10_060, limit: 10, ...(campaign && { campaign }) }).flatMap(({ sessions }) => sessions.map(({ id }) => id)).filter((id) => id >= 40);
  expect([ids(), ids('m'), ids('other')]).toEqual([[50, 45, 44, 43, 42], [41], [40]]);
});
