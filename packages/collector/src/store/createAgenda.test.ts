import type { EpochMs, Milliseconds } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { AGENDA_SCHEMA, createAgenda } from './createAgenda.ts';

const NOW: EpochMs = 1_800_000_000_000, HOUR: Milliseconds = 3_600_000;

/** The agenda of an object that starts now and planned to look at a time; the alarms that it set; and what it keeps. */
function start(at: EpochMs) {
  const alarms: EpochMs[] = [];
  const { sql } = openSql([AGENDA_SCHEMA, `INSERT INTO agenda VALUES ('look', ${at}, 'shop')`]);
  const agenda = createAgenda<'look'>({ sql, setAlarm: async (to) => { alarms.push(to); }, clock: () => NOW });
  return { alarms, agenda, kept: () => sql.exec('SELECT at FROM agenda').toArray().map((row) => row['at']) };
}

it('wakes for what should have been done long ago: at the start, and whenever it is planned again', () => {
  const { agenda, alarms } = start(NOW - HOUR);
  expect(alarms).toEqual([NOW - HOUR]);
  agenda.plan('look', { site: 'shop', at: NOW + HOUR });
  expect(alarms).toEqual([NOW - HOUR, NOW - HOUR]);
});

it.each([['comes', NOW + HOUR], ['is on its way', NOW - 1_000]])('sets no alarm where one %s', (_what, at) => {
  const { agenda, alarms } = start(at);
  agenda.plan('look', { site: 'shop', at: at + 1 });
  expect(alarms).toEqual([]);
});

it.each([
  ['again', NOW + 2 * HOUR, NOW + HOUR], ['no more', undefined, NOW + HOUR], ['sooner', NOW + 1_000, NOW + 1_000],
])('keeps what is planned while the task is at it, which is due %s', async (_when, next, expected) => {
  const { agenda, alarms, kept } = start(NOW);
  await agenda.run(NOW, { look: async () => { agenda.plan('look', { site: 'shop', at: NOW + HOUR }); return next; } });
  expect([kept(), alarms.at(-1)]).toEqual([[expected], expected]);
});

it('forgets what is not due again', async () => {
  const { agenda, alarms, kept } = start(NOW);
  await agenda.run(NOW, { look: async () => undefined });
  expect([kept(), alarms]).toEqual([[], []]);
});
