import type { EpochMs, Milliseconds } from '@tactful/protocol';

/** Sessions whose row numbers lie together, of one day: what one object of the archive holds. */
export interface Block { readonly day: string; readonly block: number }
/** A block that is not in the archive as it stands. `version` grows with each change. */
export interface Mark extends Block { readonly version: number }

/** Row numbers of a block: at most some 4 MB, whatever its sessions hold. */
export const BLOCK_ROWS = 1_000;
/** What changes within a minute is written once. What was asked for and not confirmed in an hour is asked for again. */
const GATHER: Milliseconds = 60_000, AGAIN: Milliseconds = 3_600_000;

/** The row without a day says that the archive is on, and which shard this is. */
export const ARCHIVE_SCHEMA = `
  CREATE TABLE IF NOT EXISTS archive (day TEXT NOT NULL, block INTEGER NOT NULL, version INTEGER NOT NULL, due_at INTEGER NOT NULL, PRIMARY KEY (day, block)) WITHOUT ROWID;`;

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
  due(now: EpochMs, limit: number): readonly Block[];
  asked(blocks: readonly Block[], now: EpochMs): void;
  mark(block: Block): Mark | undefined;
  /** A block was written as it stood at that version. If it changed since, or another writer came in between, it is written again. */
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
  const find = ({ day, block }: Block): Mark | undefined =>
    (sql.exec('SELECT day, block, version FROM archive WHERE day = ? AND block = ?', day, block).toArray() as unknown as Mark[])[0];
  return {
    begin(number, now) {
      if (known() !== undefined) return;
      sql.exec(`INSERT INTO archive (day, block, version, due_at) SELECT DISTINCT day, id / ${BLOCK_ROWS}, ?, ? FROM sessions WHERE TRUE ON CONFLICT DO NOTHING`, grow(now), now);
      sql.exec("INSERT INTO archive (day, block, version, due_at) VALUES ('', ?, 0, 0)", number);
    },
    end() {
      if (known() !== undefined) sql.exec('DELETE FROM archive');
    },
    touch({ id, day }, now, gone) {
      if (known() !== undefined) put({ day, block: Math.floor(id / BLOCK_ROWS) }, now, gone ? now : now + GATHER);
    },
    shard: known,
    due: (now, limit) => sql.exec("SELECT day, block FROM archive WHERE day <> '' AND due_at <= ? ORDER BY due_at LIMIT ?", now, limit).toArray() as unknown as Block[],
    asked(blocks, now) { for (const { day, block } of blocks) sql.exec('UPDATE archive SET due_at = ? WHERE day = ? AND block = ?', now + AGAIN, day, block); },
    mark: find,
    written(mark, now) {
      const found = find(mark);
      if (found?.version === mark.version) sql.exec('DELETE FROM archive WHERE day = ? AND block = ?', mark.day, mark.block);
      else if (!found) put(mark, now, now);
    },
    next: () => sql.exec("SELECT MIN(due_at) AS at FROM archive WHERE day <> ''").toArray().flatMap(({ at }) => (at === null ? [] : [Number(at)]))[0],
  };
}
