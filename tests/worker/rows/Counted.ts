import { DurableObject } from 'cloudflare:workers';
import { createShardStores } from '../../../packages/collector/src/shard/createShardStores.ts';
import { ingest, type Batch } from '../../../packages/collector/src/shard/ingest.ts';
import { SHARD_SCHEMA } from '../../../packages/collector/src/shard/schema.ts';
import { migrate } from '../../../packages/collector/src/store/migrate.ts';

/** What the platform counts: rows as SQLite tells them, bytes as the object's database stands. */
export interface Cost { readonly written: number; readonly read: number; readonly bytes: number }

/** A shard that tells what each batch cost, or, asked with `load`, a configuration request; asked with `query`, what that finds. */
export class Counted extends DurableObject {
  override async fetch(request: Request): Promise<Response> {
    const { storage } = this.ctx;
    migrate(storage, SHARD_SCHEMA);
    const cursors: { readonly rowsWritten: number; readonly rowsRead: number }[] = [];
    const exec = (query: string, ...binds: SqlStorageValue[]): unknown => {
      const cursor = storage.sql.exec(query, ...binds);
      cursors.push(cursor);
      return cursor;
    };
    const stores = createShardStores({ exec } as unknown as SqlStorage);
    const { load, query, ...batch } = await request.json() as Batch & { readonly load?: number; readonly query?: string };
    if (query !== undefined) return Response.json(storage.sql.exec(query).toArray());
    if (load === undefined) storage.transactionSync(() => ingest(stores, batch));
    else stores.activity.load(load);
    const sum = (pick: (cursor: (typeof cursors)[number]) => number): number => cursors.reduce((all, cursor) => all + pick(cursor), 0);
    return Response.json({ written: sum(({ rowsWritten }) => rowsWritten), read: sum(({ rowsRead }) => rowsRead), bytes: storage.sql.databaseSize } satisfies Cost);
  }
}

export default {
  fetch: (request: Request, env: { COUNTED: DurableObjectNamespace }) => env.COUNTED.get(env.COUNTED.idFromName(new URL(request.url).pathname)).fetch(request),
};
