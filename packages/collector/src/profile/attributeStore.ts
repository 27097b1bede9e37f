import { LIMITS, type AttributeValue, type EpochMs, type UserEvent } from '@tactful/protocol';

/** Every statement about a user's attributes. */
export interface AttributeStore {
  all(): Readonly<Record<string, AttributeValue>>;
  /** The latest by `at` holds; of one moment the one heard last. False, and nothing is written, where there would be too many. */
  put(values: NonNullable<UserEvent['attributes']>, at: EpochMs): boolean;
  /** Removes what was told before. @returns how many are left */
  retire(before: EpochMs): number;
}

export function createAttributeStore(sql: SqlStorage): AttributeStore {
  const all = (): Readonly<Record<string, AttributeValue>> => Object.fromEntries(sql.exec('SELECT name, value FROM attributes WHERE value IS NOT NULL ORDER BY name').toArray()
    .map(({ name, value }) => [String(name), JSON.parse(String(value)) as AttributeValue]));
  return {
    all,
    retire(before) {
      // SQLite only unlinks deleted rows; what stood there is overwritten first.
      sql.exec('UPDATE attributes SET value = CAST(zeroblob(length(CAST(value AS BLOB))) AS TEXT) WHERE at < ?', before);
      sql.exec('DELETE FROM attributes WHERE at < ?', before);
      return Object.keys(all()).length;
    },
    put(values, at) {
      const held = new Set(Object.keys(all()));
      for (const [name, value] of Object.entries(values)) if (value === null) held.delete(name); else held.add(name);
      if (held.size > LIMITS.attributes) return false;
      for (const [name, value] of Object.entries(values)) {
        sql.exec(
          'INSERT INTO attributes (name, value, at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at WHERE excluded.at >= attributes.at',
          name, value === null ? null : JSON.stringify(value), at,
        );
      }
      // What was taken away is remembered, so that what was said before it does not come back; not for good.
      sql.exec('DELETE FROM attributes WHERE value IS NULL AND name NOT IN (SELECT name FROM attributes WHERE value IS NULL ORDER BY at DESC LIMIT ?)', LIMITS.attributes);
      return true;
    },
  };
}
