import { DurableObject } from 'cloudflare:workers';
import type { EpochMs, SessionRow, ShardSession, Summary } from '@tactful/protocol';
import { askForBlocks } from '../archive/askForBlocks.ts';
import { BLOCK_ROWS, type Block, type Mark } from '../archive/archiveStore.ts';
import { deskStub } from '../desk/deskStub.ts';
import { deliverDue } from '../outbox/deliverDue.ts';
import type { OutboxCount } from '../outbox/outboxStore.ts';
import type { Heard, Join, Meeting } from '../profile/ProfileRows.ts';
import { createAgenda, type Agenda } from '../store/createAgenda.ts';
import { migrate, settle } from '../store/migrate.ts';
import { readKeep } from '../store/readKeep.ts';
import type { OptionalBindings } from '../AppEnv.ts';
import { createReportStore, type PagesRow, type SessionPlace } from './reportStore.ts';
import { createShardStores } from './createShardStores.ts';
import { eraseVisitor } from './eraseVisitor.ts';
import { ingest, type Batch, type Receipt } from './ingest.ts';
import { joinVisitor } from './joinVisitor.ts';
import { readPast, type PastAsk } from './readPast.ts';
import { beginRecount, compareWith, type Recount } from './recount.ts';
import { retireOld } from './retireOld.ts';
import { sessionEvent } from './sessionEvent.ts';
import { SHARD_SCHEMA } from './schema.ts';
import type { ToldSession } from './sessionStore.ts';
import type { CellRow } from './createTally.ts';
import type { GoalRow } from './VisitorRows.ts';

/** What one shard knows of now and today. */
export interface ShardOverview {
  readonly minutes: readonly { readonly at: EpochMs; readonly summaries: number; readonly exposures: number }[];
  readonly today: readonly CellRow[];
  readonly pages: readonly PagesRow[];
  readonly recent: readonly SessionRow[];
  readonly loadsOfDay: number;
  readonly sessionsOfDay: number;
  readonly sessionsEver: number;
}

const MINUTE = 60_000, DAY = 86_400_000, LATEST = 20;
/** Of one call, so that it stays far below the CPU time that a call may take: 50,000 sessions. */
const TURNS = 250;

/** One shard of one site. Its invariant: each session, exposure and goal counts once, in the rows and in the rollups. */
export class SiteShard extends DurableObject<Env & OptionalBindings> {
  readonly #stores;
  readonly #reports;
  /** A step of the schema is left for later: counting the rows. */
  #late: boolean;
  readonly #agenda: Agenda<'retention' | 'webhooks' | 'archive' | 'rebuild'>;

  constructor(ctx: DurableObjectState, env: Env & OptionalBindings) {
    super(ctx, env);
    this.#late = migrate(ctx.storage, SHARD_SCHEMA);
    this.#stores = createShardStores(ctx.storage.sql);
    this.#reports = createReportStore(ctx.storage.sql);
    this.#agenda = createAgenda({ sql: ctx.storage.sql, setAlarm: (at) => ctx.storage.setAlarm(at), clock: Date.now });
    if (this.#late) this.#agenda.plan('rebuild', { site: '', at: Date.now() });
  }

  /** Stores all or nothing, and answers once it is durable. */
  ingest(batch: Batch & { readonly site: string }): readonly Receipt[] {
    const receipts = this.ctx.storage.transactionSync(() => ingest(this.#stores, batch));
    this.#agenda.plan('retention', { site: batch.site, at: batch.now + DAY });
    if (batch.hooks.length > 0) this.#planWebhooks(batch.site);
    if (batch.archiveAs !== undefined) this.#planArchive(batch.site);
    return receipts;
  }

  /** What is too old is removed from now on; by itself that is looked after once a day. */
  retire(site: string, now: EpochMs): void {
    this.#agenda.plan('retention', { site, at: now });
  }

  #planWebhooks(site: string): void {
    const at = this.#stores.outbox.next();
    if (at !== undefined) this.#agenda.plan('webhooks', { site, at });
  }

  #planArchive(site: string): void {
    const at = this.#stores.archive.shard() === undefined ? undefined : this.#stores.archive.next();
    if (at !== undefined) this.#agenda.plan('archive', { site, at });
  }

  /** A block's sessions as lines of JSON, and which change is the last in them; null where the archive has them all. */
  archiveBlock(block: Block): { readonly lines: string; readonly mark: Mark } | null {
    const mark = this.#stores.archive.begun(block, Date.now());
    const first = block.block * BLOCK_ROWS;
    return mark ? { mark, lines: [...this.#stores.sessions.lines(block.day, first, first + BLOCK_ROWS)].join('') } : null;
  }

  /** The archive has the block as it was at that mark. */
  archived(site: string, mark: Mark): void {
    this.#stores.archive.written(mark, Date.now());
    this.#planArchive(site);
  }

  outbox(): readonly OutboxCount[] { return this.#stores.outbox.counts(); }

  /** Sends again what happened since. Returns how many events. */
  replay(site: string, { webhook, ...again }: { readonly webhook: string; readonly since: EpochMs; readonly now: EpochMs }): number {
    const queued = this.#stores.outbox.replay(webhook, again);
    this.#planWebhooks(site);
    return queued;
  }

  override alarm(): Promise<void> {
    return this.#agenda.run(Date.now(), {
      rebuild: async (_site, now) => {
        await this.recount();
        return this.#late ? now : undefined;
      },
      retention: async (site, now) => {
        const keep = await readKeep(this.env.DB, site);
        const next = this.ctx.storage.transactionSync(() => retireOld(this.#stores, { keep, now }));
        this.#planArchive(site);
        await deskStub(this.env, site).review(site, now);
        return next;
      },
      webhooks: (site) => deliverDue({
        outbox: this.#stores.outbox, site, clock: Date.now, dice: Math.random, write: (delivery) => sessionEvent(this.#stores.sessions, site, delivery),
        send: (webhook, event) => deskStub(this.env, site).send(site, webhook, event),
      }),
      archive: async (site, now) => (this.env.ARCHIVE_QUEUE ? askForBlocks(this.#stores.archive, this.env.ARCHIVE_QUEUE, { site, now }) : undefined),
    });
  }

  /** One configuration request; no identifier. */
  countLoad(now: EpochMs): void {
    this.#stores.activity.load(now);
  }

  overview(now: EpochMs): ShardOverview {
    const { activity, rollups } = this.#stores;
    return {
      minutes: activity.minutes(now - (now % MINUTE) - 4 * MINUTE),
      today: rollups.totals(new Date(now).toISOString().slice(0, 10)),
      pages: this.#reports.pages(LATEST),
      recent: this.#reports.recent(LATEST),
      loadsOfDay: activity.loads(now - DAY),
      sessionsOfDay: this.#reports.sessionsSince(now - DAY),
      sessionsEver: this.#reports.sessionsSince(0),
    };
  }

  totals(): readonly CellRow[] { return this.#stores.rollups.totals(); }
  campaignsAfter(days: readonly string[]): readonly (readonly CellRow[])[] { return days.map((day) => this.#stores.rollups.campaignsAfter(day)); }
  daysAfter(day: string, campaign: string): readonly CellRow[] { return this.#stores.rollups.daysAfter(day, campaign); }
  sessions(limit: number, after?: SessionPlace): readonly SessionRow[] { return this.#reports.recent(limit, after); }
  session(session: string): ShardSession | null { return this.#reports.detail(session) ?? null; }
  past(ask: PastAsk) { return readPast(this.ctx.storage.sql, ask); }
  /**
   * Counts every row anew, for some turns, and ends with the first that has all. Those who ask at the same time count together. Where the
   * schema left that for later, the sums are from then on what the rows say.
   * @returns null where there is more to count, or another has ended it: ask again
   */
  async recount(): Promise<Recount | null> {
    const stores = this.#stores, { recounts, rollups } = stores;
    const recounting = [...recounts][0] ?? beginRecount(stores);
    for (let turn = 0; turn < TURNS && recounts.has(recounting); turn++) {
      if (!recounting.turn()) {
        await scheduler.wait(0);
        continue;
      }
      const counted = recounting.end();
      if (this.#late) {
        this.ctx.storage.transactionSync(() => {
          rollups.replace(counted.tally.rows());
          settle(this.ctx.storage.sql, SHARD_SCHEMA);
        });
        this.#late = false;
      }
      return compareWith(rollups, counted);
    }
    return null;
  }

  told(most: { readonly limit: number; readonly bytes: number }): readonly ToldSession[] { return this.#stores.sessions.told(most); }

  /** The visitor is this user. @returns what the user's other devices need to know of the visitor; null where the visitor was erased, or is as many users as one may be */
  link(visitor: string, user: string, { site, now }: Heard): Meeting | null {
    const { visitors, joins } = this.#stores;
    if (visitors.erased(visitor) || !joins.link(visitor, user, now)) return null;
    this.#agenda.plan('retention', { site, at: now + DAY });
    return joins.meeting(visitor);
  }

  /** The visitor is being erased: nothing of them is taken any more. @returns the users who they are, or were: whom else to tell, until the erasure is done */
  bar(visitor: string, now: EpochMs): readonly string[] {
    this.#stores.visitors.bar(visitor, now);
    return this.#stores.joins.usersOf(visitor);
  }

  /** What the user's other devices mean for this visitor's figures. Again changes nothing. */
  join(join: Join): void {
    this.ctx.storage.transactionSync(() => joinVisitor(this.#stores, join));
  }

  exportVisitor(visitor: string): { readonly sessions: readonly Summary[]; readonly users: readonly string[]; readonly joined: readonly Omit<GoalRow, 'day'>[] } {
    const { sessions, joins, outcomes } = this.#stores;
    return { sessions: sessions.ofVisitor(visitor).map(({ summary }) => summary), users: joins.usersOf(visitor), joined: outcomes.joinedGoals(visitor) };
  }

  /** Returns how many sessions were erased. */
  eraseVisitor(visitor: string, { site, now }: { readonly site: string; readonly now: EpochMs }): number {
    const erased = this.ctx.storage.transactionSync(() => eraseVisitor(this.#stores, visitor, now));
    this.#planArchive(site);
    return erased;
  }
}
