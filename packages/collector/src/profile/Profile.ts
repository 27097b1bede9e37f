import { DurableObject } from 'cloudflare:workers';
import type { EpochMs, Milliseconds, UserEvent } from '@tactful/protocol';
import { createAgenda, type Agenda } from '../store/createAgenda.ts';
import { migrate } from '../store/migrate.ts';
import { readKeep } from '../store/readKeep.ts';
import { createAttributeStore } from './attributeStore.ts';
import { createEventStore } from './eventStore.ts';
import { createMetStore } from './metStore.ts';
import type { Heard, Join, Meeting, ProfileRows, UserGoal } from './ProfileRows.ts';
import { PROFILE_SCHEMA } from './schema.ts';

/** One event as the route read it. `goal`: what it converts, if anything. */
export interface ToldEvent { readonly id: string; readonly at: EpochMs; readonly goal?: UserGoal; readonly attributes?: NonNullable<UserEvent['attributes']> }

/** `erased` and `too_many` are refusals, see `CODES`. */
export type EventReceipt = 'accepted' | 'erased' | 'too_many';

/** How often a profile looks what is too old. */
const LOOK: Milliseconds = 30 * 86_400_000;
/** So long an erased visitor is known to the profile: longer than any request that was under way. */
const BARRED: Milliseconds = 3_600_000;

/** A user of a site, whatever they come with. Its invariant: an event counts once, and so does the user. */
export class Profile extends DurableObject<Env> {
  readonly #attributes;
  readonly #events;
  readonly #met;
  #agenda: Agenda<'retention'>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, PROFILE_SCHEMA);
    this.#attributes = createAttributeStore(ctx.storage.sql);
    this.#events = createEventStore(ctx.storage.sql);
    this.#met = createMetStore(ctx.storage.sql);
    this.#agenda = this.#openAgenda();
  }

  #openAgenda(): Agenda<'retention'> {
    const { storage } = this.ctx;
    return createAgenda({ sql: storage.sql, setAlarm: (at) => storage.setAlarm(at), clock: Date.now });
  }

  override alarm(): Promise<void> {
    return this.#agenda.run(Date.now(), { retention: async (site, now) => this.#removeOld(now, await readKeep(this.env.DB, site)) });
  }

  /** Removes what is older than the site keeps. @returns when to look again, if anything is left */
  #removeOld(now: EpochMs, keep: Milliseconds): EpochMs | undefined {
    return this.ctx.storage.transactionSync(() => {
      const left = this.#met.retire(now - keep) + this.#attributes.retire(now - keep);
      if (left === 0) this.#events.clear();
      return this.#met.letGo(now - BARRED) > 0 ? now + BARRED : left > 0 ? now + LOOK : undefined;
    });
  }

  /** What is too old is removed from `at` on, and looked for again every 30 days: a user who stays away wakes nobody more often. */
  retire(site: string, at: EpochMs): void { this.#agenda.plan('retention', { site, at }); }

  /** What a server tells. The joins are the same for a repeat: whoever asks again may not know whether the first was carried out. */
  tell(events: readonly ToldEvent[], { site, now }: Heard): { readonly receipts: readonly EventReceipt[]; readonly joins: readonly Join[] } {
    return this.ctx.storage.transactionSync(() => {
      const erasedAt = this.#events.erasedAt();
      const goals: UserGoal[] = [];
      const receipts = events.map(({ id, at, goal, attributes }): EventReceipt => {
        if (at <= erasedAt) return 'erased';
        const anew = !this.#events.heard(id);
        // What is refused was not heard: sent again it is refused again.
        if (anew && attributes && !this.#attributes.put(attributes, at)) return 'too_many';
        if (anew) this.#events.hear(id);
        if (anew && goal) this.#met.putGoal(goal);
        // What was heard first stands, whatever is told under its name again.
        const stands = goal && (anew ? goal : this.#met.goal(goal.id));
        if (stands) goals.push(stands);
        return 'accepted';
      });
      this.retire(site, now + LOOK);
      return { receipts, joins: this.#met.tell(goals) };
    });
  }

  /** What a visitor met and did who is this user; again changes nothing. Null: one visitor more than may be joined, or one who was erased meanwhile: nobody's. */
  meet(meeting: Meeting, { site, now }: Heard): readonly Join[] | null {
    return this.ctx.storage.transactionSync(() => {
      const { visitor, goals } = meeting;
      if (!this.#met.link(visitor, now)) return null;
      this.retire(site, now + LOOK);
      const erasedAt = this.#events.erasedAt();
      const exposures = meeting.exposures.filter(({ at }) => at > erasedAt);
      for (const exposure of exposures) this.#met.putExposure(visitor, exposure, now);
      for (const goal of goals) if (goal.at > erasedAt) this.#met.putGoal(goal, visitor);
      return [...this.#met.joinsOf(exposures.map(({ campaign }) => campaign), meeting), ...this.#met.tell(goals, visitor)];
    });
  }

  read(): ProfileRows {
    return { attributes: this.#attributes.all(), exposures: this.#met.exposures(), goals: this.#met.goals() };
  }

  /** A conversion that a server told of before any device did; null where there is none, or none any more. */
  told(goal: string): UserGoal | null { return this.#met.told(goal) ?? null; }

  /** The visitors who are this user, the first first. */
  visitors(): readonly string[] { return this.#met.visitors(); }

  /** A visitor was erased: nothing of them stays, and what is told of them by what was under way is not taken. */
  forget(visitor: string, { site, now }: Heard): void {
    this.ctx.storage.transactionSync(() => {
      this.#met.forget(visitor, now);
      this.retire(site, now + BARRED);
    });
  }

  /** Takes the whole store down, since SQLite keeps what stood in rows that are deleted; of it stays when that was, and who was barred. */
  erase({ site, now }: Heard): Promise<void> {
    return this.ctx.blockConcurrencyWhile(async () => {
      const barred = this.#met.barred();
      await this.ctx.storage.deleteAll();
      migrate(this.ctx.storage, PROFILE_SCHEMA);
      this.#agenda = this.#openAgenda();
      this.ctx.storage.transactionSync(() => {
        this.#events.erase(now);
        for (const visitor of barred) this.#met.forget(visitor, now);
        if (barred.length > 0) this.retire(site, now + BARRED);
      });
    });
  }
}
