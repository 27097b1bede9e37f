import { DurableObject } from 'cloudflare:workers';
import { Profile, type ToldEvent } from '../../../packages/collector/src/profile/Profile.ts';
import type { Heard, Join, Meeting } from '../../../packages/collector/src/profile/ProfileRows.ts';
import { createShardStores } from '../../../packages/collector/src/shard/createShardStores.ts';
import { ingest, type Batch } from '../../../packages/collector/src/shard/ingest.ts';
import { joinVisitor } from '../../../packages/collector/src/shard/joinVisitor.ts';
import { SHARD_SCHEMA } from '../../../packages/collector/src/shard/schema.ts';
import { migrate } from '../../../packages/collector/src/store/migrate.ts';

/** What the platform counts: rows as SQLite tells them, bytes as the object's database stands. `answer`: of what was asked. */
export interface Cost<Answer = unknown> { readonly written: number; readonly read: number; readonly bytes: number; readonly answer?: Answer }

/** The object's SQLite, and what it was asked since the last count. */
function countOn({ sql }: DurableObjectStorage): { readonly sql: SqlStorage; readonly cost: (answer?: unknown) => Cost } {
  const cursors: { readonly rowsWritten: number; readonly rowsRead: number }[] = [];
  const exec = (query: string, ...binds: SqlStorageValue[]): unknown => {
    const cursor = sql.exec(query, ...binds);
    cursors.push(cursor);
    return cursor;
  };
  const sum = (pick: (cursor: (typeof cursors)[number]) => number): number => cursors.reduce((all, cursor) => all + pick(cursor), 0);
  return {
    sql: { exec } as unknown as SqlStorage,
    cost(answer) {
      const cost = { written: sum(({ rowsWritten }) => rowsWritten), read: sum(({ rowsRead }) => rowsRead), bytes: sql.databaseSize, answer };
      cursors.length = 0;
      return cost;
    },
  };
}

type Asked = Batch & { readonly load?: number; readonly query?: string; readonly link?: { readonly visitor: string; readonly user: string }; readonly join?: Join };

/** A shard that tells what each batch cost, or, asked with `load`, a configuration request, with `link` and `join` what users cost it; asked with `query`, what that finds. */
export class Counted extends DurableObject {
  override async fetch(request: Request): Promise<Response> {
    const { storage } = this.ctx;
    migrate(storage, SHARD_SCHEMA);
    const { sql, cost } = countOn(storage);
    const stores = createShardStores(sql);
    const { load, query, link, join, ...batch } = await request.json() as Asked;
    if (query !== undefined) return Response.json(storage.sql.exec(query).toArray());
    if (load !== undefined) stores.activity.load(load);
    else if (join) storage.transactionSync(() => joinVisitor(stores, join));
    else if (link) {
      stores.visitors.erased(link.visitor);
      stores.joins.link(link.visitor, link.user, batch.now);
      return Response.json(cost(stores.joins.meeting(link.visitor)));
    } else storage.transactionSync(() => ingest(stores, batch));
    return Response.json(cost());
  }
}

/** A user's profile that tells what each call cost; the alarm that it sets is a row, too. */
export class CountedProfile extends DurableObject {
  readonly #profile;
  readonly #cost;
  #alarms = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { storage } = ctx;
    const { sql, cost } = countOn(storage);
    const counted = { sql, transactionSync: <T>(work: () => T) => storage.transactionSync(work), setAlarm: async () => { this.#alarms++; } };
    Object.defineProperty(ctx, 'storage', { value: counted });
    this.#profile = new Profile(ctx, env);
    this.#cost = cost;
    cost();
  }

  override async fetch(request: Request): Promise<Response> {
    const { meet, tell, heard } = await request.json() as { readonly meet?: Meeting; readonly tell?: readonly ToldEvent[]; readonly heard: Heard };
    this.#alarms = 0;
    const answer = meet ? this.#profile.meet(meet, heard) : tell ? this.#profile.tell(tell, heard) : this.#profile.read();
    const cost = this.#cost(answer);
    return Response.json({ ...cost, written: cost.written + this.#alarms });
  }
}

export default {
  fetch(request: Request, env: { readonly COUNTED: DurableObjectNamespace; readonly PROFILE: DurableObjectNamespace }) {
    const { pathname } = new URL(request.url);
    const objects = pathname.startsWith('/profile') ? env.PROFILE : env.COUNTED;
    return objects.get(objects.idFromName(pathname)).fetch(request);
  },
};
