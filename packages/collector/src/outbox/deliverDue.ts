import type { EpochMs, Milliseconds, WebhookBody } from '@tactful/protocol';
import type { Delivery, OutboxStore } from './outboxStore.ts';

const SECOND: Milliseconds = 1_000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
/** After each attempt that failed, give or take a fifth; after the last it is given up, some three days after the first. */
const WAITS: readonly Milliseconds[] = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, DAY];
/** What is over can be replayed for so long. */
const REPLAYABLE: Milliseconds = 7 * DAY;
const AT_ONCE = 50;

/** What became of one attempt. `after`: the receiver asks for that long. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly failure: string; readonly after?: Milliseconds };

export interface Post {
  readonly outbox: OutboxStore;
  /** What an event says now; undefined where its row is gone, and with it what there was to tell. */
  readonly write: (delivery: Delivery) => WebhookBody | undefined;
  /** Sends it once; undefined where there is no such webhook any more. */
  readonly send: (webhook: string, event: WebhookBody) => Promise<Sent | undefined>;
}

/** One webhook's deliveries in their order. The first that fails ends the round: the others wait as long, which is no attempt of theirs. */
async function deliver(deliveries: readonly Delivery[], { outbox, write, send }: Post): Promise<void> {
  for (const delivery of deliveries) {
    const event = write(delivery);
    if (!event) {
      outbox.drop(delivery);
      continue;
    }
    const sent = await send(delivery.webhook, event);
    if (!sent) return outbox.dropWebhook(delivery.webhook);
    const now = Date.now(), over = now + REPLAYABLE;
    if (sent.ok) {
      outbox.settle(delivery, { state: 'delivered' }, over);
      continue;
    }
    const { failure, after = 0 } = sent;
    const wait = WAITS[delivery.attempts];
    if (wait === undefined) {
      outbox.settle(delivery, { state: 'given_up', failure }, over);
      continue;
    }
    const next = now + Math.min(DAY, Math.max(after, wait * (0.8 + 0.4 * Math.random())));
    outbox.settle(delivery, { state: 'waiting', next, failure }, over);
    return outbox.defer(delivery.webhook, next);
  }
}

/** Delivers what is due, to all webhooks at once, at most 50 events in all. @returns when something is due again */
export async function deliverDue(post: Post): Promise<EpochMs | undefined> {
  const { outbox } = post;
  outbox.forget(Date.now());
  const due = Map.groupBy(outbox.due(Date.now(), AT_ONCE), ({ webhook }) => webhook);
  await Promise.all([...due.values()].map((deliveries) => deliver(deliveries, post)));
  return outbox.next();
}
