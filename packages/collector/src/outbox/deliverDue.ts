import type { EpochMs, Milliseconds, WebhookBody } from '@tactful/protocol';
import type { Webhook } from '../store/webhookStore.ts';
import type { Delivery, OutboxStore } from './outboxStore.ts';
import type { Sent } from './sendWebhook.ts';

const SECOND: Milliseconds = 1_000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
/** After each attempt that failed, give or take a fifth; after the last it is given up, some three days after the first. */
export const WAITS: readonly Milliseconds[] = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, DAY];
/** What is over can be replayed for so long. */
export const REPLAYABLE: Milliseconds = 7 * DAY;
const AT_ONCE = 50;

export interface Post {
  readonly outbox: OutboxStore;
  readonly webhooks: readonly Webhook[];
  /** What an event says now; undefined where its row is gone, and with it what there was to tell. */
  readonly write: (delivery: Delivery) => WebhookBody | undefined;
  readonly send: (webhook: Webhook, event: WebhookBody) => Promise<Sent>;
  readonly now: () => EpochMs;
  readonly dice: () => number;
}

/** One webhook's deliveries in their order. The first that fails ends the round: the others wait as long, which is no attempt of theirs. */
async function deliver(deliveries: readonly Delivery[], webhook: Webhook, { outbox, write, send, now, dice }: Post): Promise<void> {
  for (const delivery of deliveries) {
    const event = write(delivery);
    if (!event) {
      outbox.drop(delivery);
      continue;
    }
    const sent = await send(webhook, event);
    const over = now() + REPLAYABLE;
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
    const next = now() + Math.min(DAY, Math.max(after, wait * (0.8 + 0.4 * dice())));
    outbox.settle(delivery, { state: 'waiting', next, failure }, over);
    return outbox.defer(delivery.webhook, next);
  }
}

/** Delivers what is due, to all webhooks at once, at most 50 events in all. @returns when something is due again */
export async function deliverDue(post: Post): Promise<EpochMs | undefined> {
  const { outbox, webhooks, now } = post;
  outbox.forget(now());
  const due = Map.groupBy(outbox.due(now(), AT_ONCE), ({ webhook }) => webhook);
  await Promise.all([...due].map(async ([id, deliveries]) => {
    const webhook = webhooks.find((one) => one.id === id);
    if (webhook) await deliver(deliveries, webhook, post);
    else outbox.dropWebhook(id);
  }));
  return outbox.next();
}
