import { expect, it } from 'vitest';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { ARCHIVE_SCHEMA, createArchiveStore, WRITERS_SCHEMA } from './archiveStore.ts';

const open = () => {
  const { sql, run } = openSql(['CREATE TABLE sessions (id INTEGER PRIMARY KEY, day TEXT NOT NULL)', "INSERT INTO sessions VALUES (7, '2026-01-01')", ARCHIVE_SCHEMA, WRITERS_SCHEMA]);
  return { run, archive: createArchiveStore(sql) };
};

it('is on or off as the rows say, whatever a transaction did that was undone', () => {
  const { run, archive } = open();
  run('BEGIN');
  archive.begin(3, 1);
  run('ROLLBACK');
  expect(archive.shard()).toBeUndefined();
  archive.begin(3, 1);
  expect([archive.shard(), archive.due(9, 10)]).toEqual([3, [{ day: '2026-01-01', block: 0 }]]);
  run('BEGIN');
  archive.end();
  run('ROLLBACK');
  expect(archive.shard()).toBe(3);
});

it('begins where a block is marked already', () => {
  const { run, archive } = open();
  run("INSERT INTO archive (day, block, version, due_at) VALUES ('2026-01-01', 0, 5, 9)");
  archive.begin(3, 1);
  expect([archive.shard(), archive.due(9, 10)]).toEqual([3, [{ day: '2026-01-01', block: 0 }]]);
});
