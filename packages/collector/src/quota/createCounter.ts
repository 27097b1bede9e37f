import type { EpochMs } from '@tactful/protocol';
import type { Quota } from './QUOTAS.ts';

/** Counts how often somebody comes. */
export interface Counter {
  /** Counts one; 0 where it is within the quota, otherwise nothing is counted, and it is the seconds, at least 1, until there is room for one. */
  take(subject: string | number, quota: Pick<Quota, 'allowed' | 'seconds'>, now: EpochMs): number;
}

/**
 * Counts in memory by the generic cell rate algorithm (ITU-T I.371): one number for each subject, when all that it took would be paid off at
 * the steady rate. Of more than `size` subjects those that came least lately are forgotten.
 */
export function createCounter(size: number): Counter {
  const paidOff = new Map<string | number, EpochMs>();
  return {
    take(subject, { allowed, seconds }, now) {
      const window = seconds * 1_000;
      // Never further away than one that took all, so that a clock that goes back locks nobody out.
      const due = Math.min(Math.max(paidOff.get(subject) ?? now, now), now + window);
      const next = due + window / allowed;
      const over = next - now - window;
      paidOff.delete(subject);
      if (paidOff.size >= size) paidOff.delete(paidOff.keys().next().value as string | number);
      paidOff.set(subject, over > 0 ? due : next);
      return over > 0 ? Math.ceil(over / 1_000) : 0;
    },
  };
}
