import { DurableObject } from 'cloudflare:workers';
import { parseSummaryEnvelope } from '@tactful/protocol';
import app from '../../../../packages/collector/src/index.ts';

export * from '../../../../packages/collector/src/index.ts';

/** One row in one table, and nothing else. */
export class Bare extends DurableObject {
  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
  }

  put(id: string, body: string): void { this.ctx.storage.sql.exec('INSERT INTO bare (id, body) VALUES (?, ?)', id, body); }
}

interface BareEnv { readonly DB: D1Database; readonly BARE: DurableObjectNamespace<Bare> }

const done = (): Response => new Response(null, { status: 204 });

/** What a Worker costs that does one thing: nothing, read a body, write a row here or there. `?id=` names the row, `?at=` the object. */
const BARE: Readonly<Record<string, (request: Request, env: BareEnv, query: URLSearchParams) => Promise<Response> | Response>> = {
  '/bare/empty': done,
  '/bare/parse': async (request) => (parseSummaryEnvelope(await request.text()).ok ? done() : new Response(null, { status: 422 })),
  async '/bare/table'(_request, { DB }) {
    await DB.exec('CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
    return done();
  },
  async '/bare/d1'(request, { DB }, query) {
    await DB.prepare('INSERT INTO bare (id, body) VALUES (?, ?)').bind(query.get('id'), await request.text()).run();
    return done();
  },
  async '/bare/object'(request, { BARE: objects }, query) {
    await objects.get(objects.idFromName(query.get('at') ?? '')).put(query.get('id') ?? '', await request.text());
    return done();
  },
};

export default {
  fetch(request: Request, env: BareEnv, ctx: ExecutionContext): Promise<Response> | Response {
    const { pathname, searchParams } = new URL(request.url);
    return BARE[pathname]?.(request, env, searchParams) ?? app.fetch(request, env as never, ctx);
  },
};
