import { median } from '../statistics/quantile.ts';
import type { Sent, Session } from './measureSession.ts';

/** Medians over the rounds; times and heap above no SDK in the same round. */
export interface SessionFigures {
  readonly requests: number;
  readonly bytesUp: number;
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly heapBytes: number;
  /** The same session as twelve page loads. */
  readonly loads: Sent;
}

/** @param sessions of a subject, one a round @param base those without any SDK, in the same rounds */
export function summarizeSessions(sessions: readonly Session[], base: readonly Session[], loads: Sent): SessionFigures {
  const above = (field: 'taskMs' | 'scriptMs' | 'heapBytes'): number => median(sessions.map((one, round) => one[field] - base[round]![field]));
  const middle = (field: 'requests' | 'bytesUp'): number => median(sessions.map((one) => one[field]));
  return { requests: middle('requests'), bytesUp: middle('bytesUp'), taskMs: above('taskMs'), scriptMs: above('scriptMs'), heapBytes: above('heapBytes'), loads };
}
