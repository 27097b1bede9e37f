import type { Summary } from '@tactful/protocol';
import type { Told } from '../outbox/outboxStore.ts';
import { BOT_FROM } from './countSession.ts';
import { isSeen } from './isSeen.ts';

/** What webhooks tell of a session that they did not tell of it as it was before: messages seen, goals reached. Of an automated one nothing. */
export function eventsOf(before: Pick<Summary, 'exposures' | 'goals'> | undefined, { session, bot, exposures, goals }: Pick<Summary, 'session' | 'bot' | 'exposures' | 'goals'>): readonly Omit<Told, 'session'>[] {
  if (bot >= BOT_FROM) return [];
  const seen = new Set(before?.exposures.filter(isSeen).map(({ id }) => id));
  const reached = new Set(before?.goals.map(({ id }) => id));
  return [
    ...exposures.filter((one) => isSeen(one) && !seen.has(one.id)).map(({ id }) => ({ kind: 'message' as const, event: `message_${session}_${id}`, ref: id })),
    // The session too, which nobody else knows: an order's id can be reckoned from its number, and who told it first would silence the true one.
    ...goals.filter(({ id }) => !reached.has(id)).map(({ id }) => ({ kind: 'conversion' as const, event: `conversion_${session}_${id}`, ref: id })),
  ];
}
