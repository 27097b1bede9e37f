import type { EpochMs, Milliseconds } from '@tactful/protocol';

/** Sessions whose row numbers lie together, of one day: what one object of the archive holds. */
export interface Block { readonly day: string; readonly block: number }
/** A block that is not in the archive as it stands. `version` grows with each change. */
export interface Changed extends Block { readonly version: number }
/** One that is being written. `writer` tells by whom: when they began. */
export interface Mark extends Changed { readonly writer: number }

/** Row numbers of a block: at most some 4 MB, whatever its sessions hold. */
export const BLOCK_ROWS = 1_000;
/** What changes within a minute is written once. What was asked for and not confirmed in an hour is asked for again. */
const GATHER: Milliseconds = 60_000, AGAIN: Milliseconds = 3_600_000;
/**
 * After that a writer is over, whatever became of it.
 * @see https://developers.cloudflare.com/queues/platform/limits/ (a consumer runs for 15 minutes at most)
 */
const WRITING: Milliseconds = 1_200_000;

/** The row without a day says that the archive is on, and which shard this is. */
export const ARCHIVE_SCHEMA = `
  CREATE TABLE IF NOT EXISTS archive (day TEXT NOT NULL, block INTEGER NOT NULL, version INTEGER NOT NULL, due_at INTEGER NOT NULL, PRIMARY KEY (day, block)) WITHOUT ROWID;`;
/** The step after it: who began to write a block last and has not said that it is done (0: nobody), and until when others may be at it. */
export const WRITERS_SCHEMA = `
  ALTER TABLE archive ADD COLUMN writer INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE archive ADD COLUMN others_until INTEGER NOT NULL DEFAULT 0;`;

/** Every statement about what is to be written to the archive. Marks are made in the transaction that changes the rows; while the archive is off there are none. */
export interface ArchiveStore {
  /** The archive is on: what is stored already is marked, once. */
  begin(shard: number, now: EpochMs): void;
  /** It is off. */
  end(): void;
  /** A session's row changed; `gone`: what is no longer here is to leave the archive at once. */
  touch(session: { readonly id: number; readonly day: string }, now: EpochMs, gone?: 'gone'): void;
  /** Which shard this is. */
  shard(): number | undefined;
  due(now: EpochMs, limit: number): readonly Changed[];
  /** These were asked for, as they stood then. One that changed since is due as it was. */
  asked(blocks: readonly Changed[], now: EpochMs): void;
  /** Somebody begins to write a block; undefined where the archive has it as it stands. */
  begun(block: Block, now: EpochMs): Mark | undefined;
  /** A block was written as it stood at that version. If it changed since, it is written again; and if others were at it, whose older state may come last, once more when they are over. */
  written(mark: Mark, now: EpochMs): void;
  next(): EpochMs | undefined;
}

export function createArchiveStore(sql: SqlStorage): ArchiveStore {
  let version = 0;
  /** Read each time: of a transaction that was undone nothing may be remembered. */
  const known = (): number | undefined => sql.exec("SELECT block FROM archive WHERE day = ''").toArray().map((row) => Number(row['block']))[0];
  /** Greater than any before: the clock's, or the next where it stands still. */
  const grow = (now: EpochMs): number => { version = Math.max(now, version + 1); return version; };
  const put = ({ day, block }: Block, now: EpochMs, due: EpochMs): void => {
    sql.exec(
      'INSERT INTO archive (day, block, version, due_at) VALUES (?, ?, ?, ?) ON CONFLICT (day, block) DO UPDATE SET version = excluded.version, due_at = MIN(due_at, excluded.due_at)',
      day, block, grow(now), due,
    );
  };
  type Row = Mark & { readonly others_until: EpochMs };
  const find = ({ day, block }: Block): Row | undefined =>
    (sql.exec('SELECT day, block, version, writer, others_until FROM archive WHERE day = ? AND block = ?', day, block).toArray() as unknown as Row[])[0];
  return {
    begin(number, now) {
      if (known() !== undefined) return;
      sql.exec(`INSERT INTO archive (day, block, version, due_at) SELECT DISTINCT day, id / ${BLOCK_ROWS}, ?, ? FROM sessions WHERE TRUE ON CONFLICT DO NOTHING`, grow(now), now);
      sql.exec("INSERT INTO archive (day, block, version, due_at) VALUES ('', ?, 0, 0)", number);
    },
    end: () => { sql.exec('DELETE FROM archive'); },
    touch({ id, day }, now, gone) {
      if (known() !== undefined) put({ day, block: Math.floor(id / BLOCK_ROWS) }, now, gone ? now : now + GATHER);
    },
    shard: known,
    due: (now, limit) => sql.exec("SELECT day, block, version FROM archive WHERE day <> '' AND due_at <= ? ORDER BY due_at LIMIT ?", now, limit).toArray() as unknown as Changed[],
    asked(blocks, now) { for (const { day, block, version } of blocks) sql.exec('UPDATE archive SET due_at = ? WHERE day = ? AND block = ? AND version = ?', now + AGAIN, day, block, version); },
    begun(wanted, now) {
      const found = find(wanted);
      if (!found) return undefined;
      const { day, block, version } = found, writer = grow(now);
      sql.exec('UPDATE archive SET writer = ?, others_until = ? WHERE day = ? AND block = ?', writer, Math.max(found.others_until, found.writer + WRITING), day, block);
      return { day, block, version, writer };
    },
    written(mark, now) {
      const found = find(mark);
      if (!found) return put(mark, now, now);
      if (found.writer !== mark.writer) return;
      const { day, block, version, others_until } = found;
      if (version !== mark.version) sql.exec('UPDATE archive SET writer = 0 WHERE day = ? AND block = ?', day, block);
      else if (others_until > now) sql.exec('UPDATE archive SET writer = 0, due_at = ? WHERE day = ? AND block = ?', others_until, day, block);
      else sql.exec('DELETE FROM archive WHERE day = ? AND block = ?', day, block);
    },
    next: () => sql.exec("SELECT MIN(due_at) AS at FROM archive WHERE day <> ''").toArray().flatMap(({ at }) => (at === null ? [] : [Number(at)]))[0],
  };
}
