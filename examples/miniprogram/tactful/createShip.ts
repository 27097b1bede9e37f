import { LIMITS, type IntakeAnswer, type LossReason, type Milliseconds, type Summary } from '@tactful/protocol';
import { writeJson } from '@tactful/sdk/engine';
import type { Host } from './Host.ts';
import type { Kept } from './createKeep.ts';
import type { Net } from './createNet.ts';

export interface Ship {
  /** Something changed: its summary leaves within this time. */
  plan(within: Milliseconds): void;
  /** Keeps the summary, if anything changed, and sends all that waits. */
  flush(): Promise<void>;
  /** Forgets what was planned. */
  stop(): void;
}

export interface ShipDeps {
  /** Undefined where nothing may be kept or sent. */
  kept(): Kept | undefined;
  build(seq: number): Summary;
  /** What the engine adds to the phone's clock to have the server's. */
  offset(): Milliseconds;
  /** Writes what is kept down. */
  keep(): void;
  lost(reason: LossReason, n: number): void;
  answered(answer: IntakeAnswer): void;
}

const RETRY_MS = 5_000, LONGEST_RETRY_MS = 600_000, LONGEST_WAIT_MS = 3_600_000;
/** Parts that wait for a network; the eldest go first. */
const MOST_WAITING = 20;
/** What gives way first in a summary that is too large. */
const LEAST_NEEDED = ['snapshots', 'gates', 'signals', 'features'] as const;

const readAnswer = (text: string): IntakeAnswer | undefined => {
  try {
    const answer = JSON.parse(text);
    return [answer.rejected, answer.superseded].every(Array.isArray) ? answer : undefined;
  } catch (_error) {
    return undefined;
  }
};

/** A summary is the session so far, so a lost one is repaired by the next; it leaves storage once the collector has it. */
export function createShip(host: Host, net: Net, { kept, build, offset, keep, lost, answered }: ShipDeps): Ship {
  let due = Infinity, notBefore = 0, tries = 0;
  let cancel = (): void => undefined;
  let busy: Promise<void> | undefined;
  const stop = (): void => {
    cancel();
    due = Infinity;
  };
  const seal = (): void => {
    const mine = kept();
    if (!mine || due === Infinity) return;
    stop();
    const summary = build(mine.seq + 1);
    for (const field of LEAST_NEEDED) {
      if (writeJson(summary).length <= LIMITS.summaryBytes) break;
      Object.assign(summary, { [field]: Array.isArray(summary[field]) ? [] : {} });
      lost('summary', 1);
    }
    mine.seq++;
    mine.waiting[summary.part] = summary;
    const over = Object.keys(mine.waiting).slice(0, -MOST_WAITING);
    for (const part of over) delete mine.waiting[part];
    if (over.length > 0) lost('outbox', over.length);
    keep();
  };
  const later = (wait: number): void => {
    const delay = Math.max(Math.min((wait || 0) * 1_000, LONGEST_WAIT_MS), Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** tries++) * (0.5 + host.random()));
    notBefore = host.now() + delay;
    host.after(delay, () => ship.flush());
  };
  /** True when the next may follow. */
  const post = async (summary: Summary): Promise<boolean> => {
    const mine = kept();
    const sent = await net('summaries', writeJson({ v: 1, key: host.key, sentAt: host.now() + offset(), sessions: [summary] })).catch(() => undefined);
    // Withdrawn meanwhile: what was kept is erased already.
    if (!mine || kept() !== mine) return false;
    const answer = sent?.status === 202 ? readAnswer(sent.text) : undefined;
    if (!answer && (!sent || sent.status < 400 || sent.status === 429 || sent.status >= 500)) {
      later(Number(sent?.headers['retry-after']));
      return false;
    }
    tries = 0;
    const refused = answer ? answer.rejected.length : 1;
    if (refused > 0) lost('refused', refused);
    if ((mine.waiting[summary.part]?.seq ?? 0) <= summary.seq) delete mine.waiting[summary.part];
    for (const { have } of answer?.superseded ?? []) if (summary.part === mine.part) mine.seq = Math.max(mine.seq, have);
    keep();
    if (answer) answered(answer);
    return true;
  };
  const send = async (): Promise<void> => {
    for (const summary of Object.values(kept()?.waiting ?? {})) if (host.now() < notBefore || !await post(summary)) return;
  };
  const ship: Ship = {
    stop,
    plan(within) {
      const when = host.now() + within;
      if (when >= due) return;
      cancel();
      due = when;
      cancel = host.after(within, () => ship.flush());
    },
    async flush() {
      seal();
      await busy;
      busy = send().finally(() => { busy = undefined; });
      await busy;
    },
  };
  return ship;
}
