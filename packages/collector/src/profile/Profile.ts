import { DurableObject } from 'cloudflare:workers';
import type { EpochMs, UserEvent } from '@tactful/protocol';
import { migrate } from '../store/migrate.ts';
import { createAttributeStore } from './attributeStore.ts';
import { createEventStore } from './eventStore.ts';
import { createMetStore } from './metStore.ts';
import type { Join, Meeting, ProfileRows, UserGoal } from './ProfileRows.ts';
import { PROFILE_SCHEMA } from './schema.ts';

/** One event as the route read it. `goal`: what it converts, if anything. */
export interface ToldEvent { readonly id: string; readonly at: EpochMs; readonly goal?: UserGoal; readonly attributes?: NonNullable<UserEvent['attributes']> }

/** `erased` and `too_many` are refusals, see `CODES`. */
export type EventReceipt = 'accepted' | 'erased' | 'too_many';

/** A user of a site, whatever they come with. Its invariant: an event counts once, and so does the user. */
export class Profile extends DurableObject<Env> {
  readonly #attributes;
  readonly #events;
  readonly #met;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, PROFILE_SCHEMA);
    this.#attributes = createAttributeStore(ctx.storage.sql);
    this.#events = createEventStore(ctx.storage.sql);
    this.#met = createMetStore(ctx.storage.sql);
  }

  /** What a server tells. The joins are the same for a repeat: whoever asks again may not know whether the first was carried out. */
  tell(events: readonly ToldEvent[]): { readonly receipts: readonly EventReceipt[]; readonly joins: readonly Join[] } {
    return this.ctx.storage.transactionSync(() => {
      const erasedAt = this.#events.erasedAt();
      const goals: UserGoal[] = [];
      const receipts = events.map(({ id, at, goal, attributes }): EventReceipt => {
        if (at <= erasedAt) return 'erased';
        const anew = this.#events.hear(id);
        if (anew && attributes && !this.#attributes.put(attributes, at)) return 'too_many';
        if (goal) goals.push(goal);
        if (anew && goal) this.#met.putGoal(goal);
        return 'accepted';
      });
      return { receipts, joins: this.#met.tell(goals) };
    });
  }

  /** What a visitor met and did who is this user; again changes nothing. A visitor beyond those that may be joined is left alone. */
  meet(meeting: Meeting, now: EpochMs): readonly Join[] {
    return this.ctx.storage.transactionSync(() => {
      const { visitor, goals } = meeting;
      if (!this.#met.link(visitor, now)) return [];
      const erasedAt = this.#events.erasedAt();
      const exposures = meeting.exposures.filter(({ at }) => at > erasedAt);
      for (const exposure of exposures) this.#met.putExposure(visitor, exposure, now);
      for (const goal of goals) if (goal.at > erasedAt) this.#met.putGoal(goal);
      return [...this.#met.joinsOf(exposures.map(({ campaign }) => campaign), meeting), ...this.#met.tell(goals, visitor)];
    });
  }

  read(): ProfileRows {
    return { attributes: this.#attributes.all(), exposures: this.#met.exposures(), goals: this.#met.goals() };
  }

  /** The visitors who are this user, the first first. */
  visitors(): readonly string[] { return this.#met.visitors(); }

  /** A visitor was erased: nothing of them stays. */
  forget(visitor: string): void {
    this.ctx.storage.transactionSync(() => this.#met.forget(visitor));
  }

  erase(now: EpochMs): void {
    this.ctx.storage.transactionSync(() => this.#events.erase(now));
  }
}
