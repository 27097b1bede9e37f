import { expect, it } from 'vitest';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { ARCHIVE_SCHEMA, createArchiveStore, WRITERS_SCHEMA } from './archiveStore.ts';
import { askForBlocks } from './askForBlocks.ts';

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
  expect([archive.shard(), archive.due(9, 10)]).toMatchObject([3, [{ day: '2026-01-01', block: 0 }]]);
  run('BEGIN');
  archive.end();
  run('ROLLBACK');
  expect(archive.shard()).toBe(3);
});

it('begins where a block is marked already', () => {
  const { run, archive } = open();
  run("INSERT INTO archive (day, block, version, due_at) VALUES ('2026-01-01', 0, 5, 9)");
  archive.begin(3, 1);
  expect([archive.shard(), archive.due(9, 10)]).toMatchObject([3, [{ day: '2026-01-01', block: 0 }]]);
});

it('asks at once for what leaves while the queue is being told, and in an hour for the rest', async () => {
  const { archive } = open(), now = 1_800_000_000_000;
  archive.begin(3, now);
  archive.touch({ id: 1_007, day: '2026-01-01' }, now, 'gone');
  const asked: unknown[] = [];
  const ask = (meanwhile?: () => void) => askForBlocks(archive, { sendBatch: async (notes) => { asked.push([...notes].map(({ body }) => body.block)); meanwhile?.(); return undefined as never; } }, { site: 'shop', now });
  expect(await ask(() => archive.touch({ id: 7, day: '2026-01-01' }, now, 'gone'))).toBe(now);
  expect(await ask()).toBe(now + 3_600_000);
  expect(asked).toEqual([[0, 1], [0]]);
});
