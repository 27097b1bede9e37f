import { writeJson } from '@tactful/engine';
import { LIMITS, type EpochMs, type Milliseconds, type Summary } from '@tactful/protocol';
import type { Core } from '../core.ts';
import type { Stop } from '../scope.ts';
import type { Outbox } from './outbox.ts';

export interface Ship {
  /** The part's last `seq`. */
  seq: number;
  /** When the next sending is due; Infinity when nothing changed. */
  due: EpochMs;
  /** The page was hidden, its summary sent or planned, and nothing changed since: the next page need not send it. */
  sent: boolean;
  /** A visit opens: what is told meanwhile counts there, and the part before is over. */
  opens?: unknown;
  /** Something changed: sent by then. False when that, or earlier, was planned already. */
  plan(when: EpochMs): boolean;
  /** Forgets the plan: another part begins. */
  begin(seq: number): void;
  /** Keeps the summary, if it changed. */
  seal(): Promise<unknown> | undefined;
  /** Keeps the summary and sends all that is kept. */
  flush(): Promise<void> | undefined;
  /**
   * The page is hidden, or left: keeps the summary and sends it at once, by a request that survives the page. Where another page
   * goes on it is only kept, and stays planned.
   */
  exit(how: { readonly goesOn: boolean }): void;
}

/** Sent this long after an exposure or a goal, and this long after any other change. */
export const SOON_MS: Milliseconds = 5_000, PERIOD_MS: Milliseconds = 300_000;
/** What gives way first in a summary that is too large. */
const LEAST_NEEDED = ['snapshots', 'gates', 'items', 'signals', 'features'] as const;

/**
 * Decides when a summary leaves. A summary is the session so far, so a lost one is repaired by the next.
 * @param build the session so far; undefined where nothing may be shipped
 * @param carry persists `seq`, before it is sent
 */
export function createShip({ scope, now, lost }: Pick<Core, 'scope' | 'now' | 'lost'>, outbox: Outbox, { build, carry }: { build(seq: number): Summary | undefined; carry(): void }): Ship {
  let cancel: Stop | undefined;
  const clear = (): void => {
    if (cancel) cancel();
    ship.due = Infinity;
  };
  const make = (): Summary | undefined => {
    if (ship.opens) return;
    const changed = ship.due < Infinity;
    clear();
    const summary = changed && build(ship.seq + 1) as Record<string, unknown> | undefined;
    if (!summary) return;
    ship.seq++;
    carry();
    for (const field of LEAST_NEEDED) {
      if (writeJson(summary).length > LIMITS.summaryBytes && summary[field]) {
        summary[field] = Array.isArray(summary[field]) ? [] : {};
        lost('summary');
      }
    }
    return summary as unknown as Summary;
  };
  const ship: Ship = {
    seq: 0,
    due: Infinity,
    sent: false,
    plan(when) {
      ship.sent = false;
      if (when >= ship.due) return false;
      clear();
      ship.due = when;
      cancel = scope.after(when - now(), ship.flush);
      return true;
    },
    begin(seq) {
      clear();
      ship.seq = seq;
    },
    seal: scope.guard(async () => {
      const summary = make();
      if (summary) await outbox.keep(summary);
    }),
    flush: scope.guard(async () => {
      await ship.seal();
      await outbox.send();
    }),
    exit({ goesOn }) {
      const { due } = ship;
      const summary = make();
      if (!summary) return;
      void outbox.keep(summary);
      if (goesOn) ship.plan(due);
      ship.sent = goesOn || outbox.sendAtExit(summary);
    },
  };
  return ship;
}
