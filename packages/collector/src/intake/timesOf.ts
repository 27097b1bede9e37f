import { LIMITS, type EpochMs, type Milliseconds, type Summary } from '@tactful/protocol';

/** The server's time and the device's word of it. */
export interface Sending { readonly now: EpochMs; readonly sentAt: EpochMs }

const DAY: Milliseconds = 86_400_000;

/** Does a summary tell the server's time already, though the device's clock is far off? Then it ended lately, which by a clock so far off it can't have. */
const isTrusted = (ended: EpochMs, { now, sentAt }: Sending): boolean =>
  Math.abs(now - sentAt) > LIMITS.lateMs && ended <= now && ended >= now - LIMITS.lateMs;

const endOf = ({ startedAt, durationMs }: Pick<Summary, 'startedAt' | 'durationMs'>): EpochMs => startedAt + durationMs;

/** What to add to the times in a summary to have the server's. Its device tells them, and `sentAt`, by one clock; earlier versions told `sentAt` by the device's alone. */
export const skewOf = (summary: Pick<Summary, 'startedAt' | 'durationMs'>, sending: Sending): Milliseconds =>
  isTrusted(endOf(summary), sending) ? 0 : sending.now - sending.sentAt;

/** Did it end so long before it was sent that nobody need know any more whether it was counted? */
export const isLate = (summary: Pick<Summary, 'startedAt' | 'durationMs'>, sending: Sending): boolean =>
  sending.sentAt - endOf(summary) > LIMITS.lateMs && !isTrusted(endOf(summary), sending);

/** Device time to server time. What would be later than now, or before all that is taken, was told by a clock that leapt: it is of now. */
export function serverTime(at: EpochMs, { skew, now }: { readonly skew: Milliseconds; readonly now: EpochMs }): EpochMs {
  const time = Math.round(at + skew);
  return time <= now && time >= now - LIMITS.lateMs - DAY ? time : now;
}
