import type { EpochMs, Milliseconds } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { ARCHIVE_SCHEMA, createArchiveStore, WRITERS_SCHEMA, type Block, type Mark } from './archiveStore.ts';
import { writeBlock } from './writeBlock.ts';

const START: EpochMs = 1_800_000_000_000, MINUTE: Milliseconds = 60_000;
const BLOCK = { day: '2026-01-01', block: 0 }, NAME = 'shop/2026-01-01/003-000000.ndjson';

/** A shard that holds these sessions of one block, the bucket, and writers: each goes as far as it is told to. */
function open() {
  const { sql } = openSql(['CREATE TABLE sessions (id INTEGER PRIMARY KEY, day TEXT NOT NULL)', ARCHIVE_SCHEMA, WRITERS_SCHEMA]);
  const archive = createArchiveStore(sql), clock = { now: START }, lines = new Set<string>(), bucket = new Map<string, string>();
  archive.begin(3, START);
  const change = (session: string, gone?: 'gone'): void => {
    if (gone) lines.delete(session); else lines.add(session);
    archive.touch({ id: 1, day: BLOCK.day }, clock.now, gone);
  };
  const shard = {
    archiveBlock: async (block: Block) => {
      const mark = archive.begun(block, clock.now);
      return mark ? { mark, lines: [...lines].join('\n') } : null;
    },
    archived: async (_site: string, mark: Mark) => archive.written(mark, clock.now),
  };
  /** Begins to write; what it read is put when `go` is called, with `dies` without telling the shard. */
  const writer = () => {
    const gate = Promise.withResolvers<{ readonly dies?: boolean } | undefined>();
    const at = async (act: () => void): Promise<void> => { const how = await gate.promise; act(); if (how?.dies) throw new Error('killed'); };
    const done = writeBlock({
      SHARD: { idFromName: () => '', get: () => shard },
      ARCHIVE: { put: (name: string, text: string) => at(() => bucket.set(name, text)), delete: (name: string) => at(() => bucket.delete(name)) },
    } as never, { site: 'shop', shard: 3, ...BLOCK });
    return { go: (how?: { readonly dies: true }) => { gate.resolve(how); return done; } };
  };
  const minutes = () => Math.floor((clock.now - START) / MINUTE);
  return { clock, bucket, change, writer, minutes, due: () => archive.next() };
}

it('leaves nobody in the archive whom a slower writer put back, and who then died', async () => {
  const { clock, bucket, change, writer, minutes, due } = open();
  change('kept');
  change('erased');
  const slow = writer();
  change('erased', 'gone');
  await writer().go();
  await expect(slow.go({ dies: true })).rejects.toThrow('killed');
  expect(bucket.get(NAME)).toBe('kept\nerased');
  clock.now = due()!;
  await writer().go();
  expect([minutes(), bucket.get(NAME), due()]).toEqual([20, 'kept', undefined]);
});

it('knows of the slower one still when the block was changed and written in between', async () => {
  const { clock, bucket, change, writer, minutes, due } = open();
  change('erased');
  const slow = writer();
  change('erased', 'gone');
  await writer().go();
  clock.now += MINUTE;
  change('new');
  await writer().go();
  await expect(slow.go({ dies: true })).rejects.toThrow('killed');
  clock.now = due()!;
  await writer().go();
  expect([minutes(), bucket.get(NAME), due()]).toEqual([20, 'new', undefined]);
});

it('writes once where one writer is at it, and again what changed meanwhile', async () => {
  const { bucket, change, writer, due } = open();
  change('one');
  await writer().go();
  expect([bucket.get(NAME), due()]).toEqual(['one', undefined]);
  change('two');
  const first = writer();
  change('two', 'gone');
  change('one', 'gone');
  await first.go();
  expect(due()).toBeLessThanOrEqual(START);
  await writer().go();
  expect([bucket.get(NAME), due()]).toEqual([undefined, undefined]);
});

it('takes one who has said nothing for twenty minutes for over', async () => {
  const { clock, change, writer, due } = open();
  change('one');
  await expect(writer().go({ dies: true })).rejects.toThrow('killed');
  clock.now += 21 * MINUTE;
  await writer().go();
  expect(due()).toBeUndefined();
});
