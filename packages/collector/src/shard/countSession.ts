import type { Summary } from '@tactful/protocol';
import type { Tally } from './createTally.ts';

/** From this probability on a session is a machine's: counted as such, and left out of every other figure. */
export const BOT_FROM = 0.5;

/** As often as one session counts a signal, or a gate: a device that tells more makes it up, and would drown what all others tell. */
const MOST = 10_000;

/** Adds what one session, as merged, contributes to its reporting day; `sign` −1 takes it out again. */
export function countSession(tally: Tally, { day, summary, sign }: { readonly day: string; readonly summary: Summary; readonly sign: 1 | -1 }): void {
  const site = (measure: string, n: number): void => tally.add({ day, kind: 'site', subject: '', arm: '', measure }, sign * n);
  if (summary.bot >= BOT_FROM) return site('bots', 1);
  site('sessions', 1);
  site('activeMs', Math.round(summary.activeMs));
  for (const [id, signal] of Object.entries(summary.signals)) {
    tally.add({ day, kind: 'signal', subject: id, arm: '', measure: 'count' }, sign * Math.min(MOST, signal.count));
    tally.add({ day, kind: 'signal', subject: id, arm: '', measure: 'sessions' }, sign);
  }
  for (const [campaign, gates] of Object.entries(summary.gates)) {
    for (const [gate, n] of Object.entries(gates)) tally.add({ day, kind: 'gate', subject: campaign, arm: '', measure: gate }, sign * Math.min(MOST, n));
  }
  for (const [reason, n] of Object.entries(summary.loss)) tally.add({ day, kind: 'loss', subject: '', arm: '', measure: reason }, sign * n);
}
