import type { EpochMs, RequestBody, RequestRow, SharedSummary } from '@tactful/protocol';

/** Every statement about requests. */
export interface RequestStore {
  find(id: string): RequestRow | undefined;
  put(body: RequestBody, now: EpochMs): void;
  since(from: EpochMs): number;
  /** Newest first, from the one after `last`; with `status`, only those. */
  list(page: { readonly limit: number; readonly last?: Pick<RequestRow, 'at' | 'id'> | undefined; readonly status?: RequestRow['status'] | undefined }): readonly RequestRow[];
  answer(id: string, by: string, now: EpochMs): void;
  /** Overwrites, then deletes those that are older. Returns whether any are left. */
  removeBefore(at: EpochMs): boolean;
}

type Row = Record<string, SqlStorageValue>;
const rowOf = (row: Row): RequestRow => ({
  id: String(row['id']), at: Number(row['at']), name: String(row['name']), contact: String(row['contact']), text: String(row['text']),
  locale: String(row['locale']), status: row['answered_at'] === null ? 'open' : 'answered',
  ...(row['campaign'] === null ? {} : { campaign: String(row['campaign']) }),
  ...(row['shared'] === null ? {} : { shared: JSON.parse(String(row['shared'])) as SharedSummary }),
  ...(row['answered_at'] === null ? {} : { answeredBy: String(row['answered_by']), answeredAt: Number(row['answered_at']) }),
});

export function createRequestStore(sql: SqlStorage): RequestStore {
  return {
    find: (id) => sql.exec('SELECT * FROM requests WHERE id = ?', id).toArray().map(rowOf)[0],
    put: ({ id, name, contact, text, locale, campaign, shared }, now) => {
      sql.exec(
        'INSERT INTO requests (id, at, name, contact, text, locale, campaign, shared) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        id, now, name, contact, text, locale, campaign ?? null, shared ? JSON.stringify(shared) : null,
      );
    },
    since: (from) => Number(sql.exec('SELECT COUNT(*) AS n FROM requests WHERE at > ?', from).one()['n']),
    list: ({ limit, last, status }) => sql.exec(
      `SELECT * FROM requests WHERE ${last ? 'at <= ? AND (at < ? OR id > ?)' : 'TRUE'} ${status ? `AND answered_at IS ${status === 'open' ? '' : 'NOT '}NULL` : ''} ORDER BY at DESC, id LIMIT ?`,
      ...(last ? [last.at, last.at, last.id] : []), limit,
    ).toArray().map(rowOf),
    removeBefore(at) {
      // SQLite only unlinks deleted rows; what stood there is overwritten first.
      const blank = ['name', 'contact', 'text', 'shared'].map((column) => `${column} = CAST(zeroblob(length(CAST(${column} AS BLOB))) AS TEXT)`).join(', ');
      sql.exec(`UPDATE requests SET ${blank} WHERE at < ?`, at);
      sql.exec('DELETE FROM requests WHERE at < ?', at);
      return sql.exec('SELECT 1 FROM requests LIMIT 1').toArray().length > 0;
    },
    answer: (id, by, now) => {
      sql.exec('UPDATE requests SET answered_by = ?, answered_at = ? WHERE id = ? AND answered_at IS NULL', by, now, id);
    },
  };
}
