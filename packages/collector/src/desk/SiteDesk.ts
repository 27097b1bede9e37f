import { DurableObject } from 'cloudflare:workers';
import type { EpochMs, RequestBody, RequestRow } from '@tactful/protocol';
import { migrate } from '../store/migrate.ts';
import { createRequestStore } from './requestStore.ts';
import { DESK_SCHEMA } from './schema.ts';

const MINUTE = 60_000;
/** New requests a minute that one site takes; more is a flood, and told to come back. */
const PER_MINUTE = 120;
const LISTED = 500;

/** One site's desk, where people are asked for. Its invariant: a request is there once, and answered once. */
export class SiteDesk extends DurableObject<Env> {
  readonly #requests;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, DESK_SCHEMA);
    this.#requests = createRequestStore(ctx.storage.sql);
  }

  /** Files a request; the same id again changes nothing. `flood`: too many for now. */
  file(body: RequestBody, now: EpochMs): 'filed' | 'known' | 'flood' {
    return this.ctx.storage.transactionSync(() => {
      if (this.#requests.find(body.id)) return 'known';
      if (this.#requests.since(now - MINUTE) >= PER_MINUTE) return 'flood';
      this.#requests.put(body, now);
      return 'filed';
    });
  }

  list(): readonly RequestRow[] { return this.#requests.list(LISTED); }

  /** Marks it answered; who answered first stands. */
  answer({ id, by, now }: { readonly id: string; readonly by: string; readonly now: EpochMs }): RequestRow | null {
    this.#requests.answer(id, by, now);
    return this.#requests.find(id) ?? null;
  }
}
