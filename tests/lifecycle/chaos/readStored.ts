import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Summary } from '@tactful/protocol';
import type { StoredPart } from './judge.ts';

/** All parts in the shards that a stopped Worker left under `folder`, read from its files. */
export function readStored(folder: string): StoredPart[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sqlite')).flatMap((name) => {
    const database = new DatabaseSync(join(folder, name));
    try {
      if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'parts'").get()) return [];
      return database.prepare('SELECT session, part, seq, parts.summary AS summary FROM parts JOIN sessions ON sessions.id = session_id').all().map(({ session, part, seq, summary }) => {
        const { counts, loss } = JSON.parse(String(summary)) as Summary;
        const { view_item: views = 0, purchase: orders = 0 } = counts as Record<string, number>;
        return { session: String(session), part: String(part), seq: Number(seq), views, orders, loss };
      });
    } finally {
      database.close();
    }
  });
}
