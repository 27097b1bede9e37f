import type { EpochMs, Milliseconds, WebhookBody } from '@tactful/protocol';
import type { Delivery, OutboxStore } from './outboxStore.ts';

const SECOND: Milliseconds = 1_000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
/** After each attempt of an event that failed, give or take a fifth; after the last it is given up. */
const WAITS: readonly Milliseconds[] = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, DAY];
/** After each failure in a row a webhook is left alone as long, but no longer than this: an event that is never taken must not hold up the others. */
const LONGEST_PAUSE: Milliseconds = 30 * MINUTE;
/** What has waited so long is given up at the next failure, however few attempts it had. */
const GIVE_UP_AFTER: Milliseconds = 3 * DAY;
/** What is over can be replayed for so long. */
const REPLAYABLE: Milliseconds = 7 * DAY;
const AT_ONCE = 50;

/** What became of one attempt. `after`: the receiver asks for that long. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly failure: string; readonly after?: Milliseconds };

export interface Post {
  readonly outbox: OutboxStore;
  /** Whose events they are. */
  readonly site: string;
  readonly clock: () => EpochMs;
  /** From 0 to 1. */
  readonly dice: () => number;
  /** What an event says now; undefined where its row is gone, and with it what there was to tell. */
  readonly write: (delivery: Delivery) => WebhookBody | undefined | Promise<WebhookBody | undefined>;
  /** Sends it once; undefined where there is no such webhook any more. */
  readonly send: (webhook: string, event: WebhookBody) => Promise<Sent | undefined>;
}

/** One webhook's deliveries in their order. The first that fails ends the round, and the webhook is left alone: the others wait as long, which is no attempt of theirs. */
async function deliver(deliveries: readonly Delivery[], { outbox, site, clock, dice, write, send }: Post): Promise<void> {
  let failures = deliveries[0]?.failures ?? 0;
  for (const delivery of deliveries) {
    const { webhook, attempts } = delivery;
    const event = await write(delivery);
    if (!event) {
      outbox.drop(delivery);
      continue;
    }
    const sent = await send(webhook, event);
    if (!sent) return outbox.dropWebhook(webhook);
    const now = clock(), over = now + REPLAYABLE;
    if (sent.ok) {
      outbox.settle(delivery, { state: 'delivered' }, over);
      outbox.resume(webhook);
      failures = 0;
      continue;
    }
    const { failure, after = 0 } = sent;
    const jitter = 0.8 + 0.4 * dice();
    // A whole number: an alarm is set to one, and would ring before what is due a fraction later.
    const later = (wait: Milliseconds): EpochMs => now + Math.ceil(Math.min(DAY, Math.max(after, wait * jitter)));
    const wait = WAITS[attempts];
    outbox.settle(delivery, wait === undefined ? { state: 'given_up', failure } : { state: 'waiting', next: later(wait), failure }, over);
    const old = outbox.giveUp(webhook, { before: now - GIVE_UP_AFTER, failure, forgetAt: over });
    const givenUp = old + (wait === undefined ? 1 : 0);
    if (givenUp > 0) console.error(JSON.stringify({ task: 'webhooks', site, webhook, givenUp, failure }));
    return outbox.pause(webhook, later(Math.min(LONGEST_PAUSE, WAITS[failures] ?? LONGEST_PAUSE)));
  }
}

/** Delivers what is due, to all webhooks at once, at most 50 events in all. @returns when something is due again */
export async function deliverDue(post: Post): Promise<EpochMs | undefined> {
  const { outbox, clock } = post;
  outbox.forget(clock());
  const due = Map.groupBy(outbox.due(clock(), AT_ONCE), ({ webhook }) => webhook);
  await Promise.all([...due.values()].map((deliveries) => deliver(deliveries, post)));
  return outbox.next();
}
