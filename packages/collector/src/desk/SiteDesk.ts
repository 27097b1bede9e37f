import { DurableObject } from 'cloudflare:workers';
import type { EpochMs, RequestBody, RequestRow, WebhookBody } from '@tactful/protocol';
import type { OptionalBindings } from '../AppEnv.ts';
import { QUOTAS } from '../quota/QUOTAS.ts';
import { createOutboxStore, type OutboxCount } from '../outbox/outboxStore.ts';
import { deliverDue, type Sent } from '../outbox/deliverDue.ts';
import { sendWebhook } from '../outbox/sendWebhook.ts';
import { createAgenda, type Agenda } from '../store/createAgenda.ts';
import { migrate } from '../store/migrate.ts';
import { readKeep } from '../store/readKeep.ts';
import type { Hook } from '../store/siteStore.ts';
import { createWebhookStore } from '../store/webhookStore.ts';
import { reviewSite } from '../review/reviewSite.ts';
import { createPrefixStore } from './prefixStore.ts';
import { requestEvent } from './requestEvent.ts';
import { createRequestStore } from './requestStore.ts';
import { refOfUser, toldOfUser, userEvent, type UserConversion } from './userEvent.ts';
import { DESK_SCHEMA } from './schema.ts';

const MINUTE = 60_000, HOUR = 3_600_000, DAY = 86_400_000;
/** Room for an office or a carrier behind one address, not for a script that fills the desk. */
const { desk, deskPrefix, deskPrefixDay } = QUOTAS;
const WAIT_MINUTE_S = 60, WAIT_DAY_S = 3_600;

/** `waitSeconds`: too many for now. */
export type Filed = { readonly kind: 'filed' | 'known' } | { readonly kind: 'flood'; readonly waitSeconds: number };

/** `prefix`: keyed hash of the caller's address prefix, empty when the platform names none. `hooks`: who is told. */
export interface Filing { readonly now: EpochMs; readonly prefix: string; readonly hooks: readonly Hook[] }

/** One site's desk, where people are asked for. Its invariant: a request is there once, and answered once. */
export class SiteDesk extends DurableObject<Env & OptionalBindings> {
  readonly #requests;
  readonly #prefixes;
  readonly #outbox;
  readonly #agenda: Agenda<'retention' | 'webhooks' | 'review'>;

  constructor(ctx: DurableObjectState, env: Env & OptionalBindings) {
    super(ctx, env);
    migrate(ctx.storage, DESK_SCHEMA);
    this.#requests = createRequestStore(ctx.storage.sql);
    this.#prefixes = createPrefixStore(ctx.storage.sql);
    this.#outbox = createOutboxStore(ctx.storage.sql);
    this.#agenda = createAgenda({ sql: ctx.storage.sql, setAlarm: (at) => ctx.storage.setAlarm(at), clock: Date.now });
  }

  /** Files a request; the same id again changes nothing. */
  file(body: RequestBody, { site, ...how }: Filing & { readonly site: string }): Filed {
    const filed = this.#file(body, how);
    this.#agenda.plan('retention', { site, at: how.now + DAY });
    if (how.hooks.length > 0) this.#planWebhooks(site);
    return filed;
  }

  #file(body: RequestBody, { now, prefix, hooks }: Filing): Filed {
    return this.ctx.storage.transactionSync(() => {
      if (this.#requests.find(body.id)) return { kind: 'known' };
      if (prefix !== '') {
        if (this.#prefixes.since(prefix, now - DAY) >= deskPrefixDay.allowed) return { kind: 'flood', waitSeconds: WAIT_DAY_S };
        if (this.#prefixes.since(prefix, now - MINUTE) >= deskPrefix.allowed) return { kind: 'flood', waitSeconds: WAIT_MINUTE_S };
      }
      if (this.#requests.since(now - MINUTE) >= desk.allowed) return { kind: 'flood', waitSeconds: WAIT_MINUTE_S };
      this.#requests.put(body, now);
      for (const { id } of hooks.filter(({ events }) => events.includes('request'))) this.#outbox.put(id, { kind: 'request', event: `request_${body.id}`, ref: body.id, session: null }, now);
      if (prefix !== '') this.#prefixes.count(prefix, now);
      return { kind: 'filed' };
    });
  }

  /** Conversions that a server told of; the same again change nothing. */
  tell(conversions: readonly UserConversion[], { site, now, hooks }: Pick<Filing, 'now' | 'hooks'> & { readonly site: string }): void {
    this.ctx.storage.transactionSync(() => {
      for (const { id } of hooks.filter(({ events }) => events.includes('conversion'))) for (const one of conversions) this.#outbox.put(id, toldOfUser(one), now);
    });
    this.#planWebhooks(site);
  }

  /** A user was erased: nothing that was told of them is known here any more. */
  forgetUser(user: string): void { this.#outbox.dropRefs(refOfUser(user)); }

  /** What is too old is removed from now on; by itself that is looked after once a day. */
  retire(site: string, now: EpochMs): void {
    this.#agenda.plan('retention', { site, at: now });
  }

  /** What campaigns brought is looked at, at most once a day: every shard asks for it each day. */
  review(site: string, now: EpochMs): void {
    const last = this.ctx.storage.sql.exec('SELECT at FROM reviewed').toArray()[0];
    this.#agenda.plan('review', { site, at: last ? Math.max(now, Number(last['at']) + DAY) : now });
  }

  #planWebhooks(site: string): void {
    const at = this.#outbox.next();
    if (at !== undefined) this.#agenda.plan('webhooks', { site, at });
  }

  /** Sends an event of the site once, for whichever object tells of it, to the webhook as it stands now; undefined where there is none any more. */
  async send(site: string, id: string, event: WebhookBody): Promise<Sent | undefined> {
    const webhook = await createWebhookStore(this.env.DB).find(site, id);
    return webhook ? sendWebhook(webhook, event, { hosts: this.env, now: Date.now() }) : undefined;
  }

  outbox(): readonly OutboxCount[] { return this.#outbox.counts(); }

  /** Sends again what happened since. Returns how many events. */
  replay(site: string, { webhook, ...again }: { readonly webhook: string; readonly since: EpochMs; readonly now: EpochMs }): number {
    const queued = this.#outbox.replay(webhook, again);
    this.#planWebhooks(site);
    return queued;
  }

  override alarm(): Promise<void> {
    return this.#agenda.run(Date.now(), {
      retention: async (site, now) => {
        const before = now - await readKeep(this.env.DB, site);
        return this.ctx.storage.transactionSync(() => {
          const left = this.#requests.removeBefore(before), next = this.#prefixes.forget(now);
          return next === undefined ? left ? now + DAY : undefined : Math.max(next, now + HOUR);
        });
      },
      review: async (site, now) => {
        await reviewSite(this.env, site, now);
        this.ctx.storage.sql.exec('INSERT INTO reviewed (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at', now);
        return undefined;
      },
      webhooks: (site) => deliverDue({
        outbox: this.#outbox, site, clock: Date.now, dice: Math.random, 
        write: (delivery) => (delivery.kind === 'request' ? requestEvent(this.#requests, site, delivery) : userEvent(this.env, site, delivery)),
        send: (webhook, event) => this.send(site, webhook, event),
      }),
    });
  }

  /** Newest first; `after` names the last one of the page before. Null where nothing has that id. */
  list({ after, ...page }: { readonly limit: number; readonly after?: string; readonly status?: RequestRow['status'] }): readonly RequestRow[] | null {
    const last = after === undefined ? undefined : this.#requests.find(after);
    if (after !== undefined && !last) return null;
    return this.#requests.list({ ...page, last });
  }

  /** Marks it answered; who answered first stands. */
  answer({ id, by, now }: { readonly id: string; readonly by: string; readonly now: EpochMs }): RequestRow | null {
    this.#requests.answer(id, by, now);
    return this.#requests.find(id) ?? null;
  }
}
