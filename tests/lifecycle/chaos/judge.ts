import { nameOf, type Ledger } from './createLedger.ts';

/** A part's row, as it lies on the Worker's disk. */
export interface StoredPart {
  readonly session: string;
  readonly part: string;
  readonly seq: number;
  readonly views: number;
  readonly orders: number;
  /** Losses that it tells of, by their reason. */
  readonly loss: Readonly<Record<string, number>>;
}

/** Losses of whole summaries. */
const DROPPED = ['outbox', 'refused'];

/** What became of all that was created; the last six must be 0. */
export interface Verdict {
  readonly sessions: number;
  readonly created: number;
  readonly stored: number;
  /** Still on the device. */
  readonly kept: number;
  /** By reason, as the stored summaries tell. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Never committed: the page was killed first. */
  readonly cut: number;
  /** Committed, and now neither stored in that state or a later one, nor kept, nor told as dropped. */
  readonly lost: number;
  /** States of a part that took the place of a later one. */
  readonly fell: number;
  /** Rows beyond one for each part. */
  readonly doubled: number;
  /** Stored, though no page created that state. */
  readonly invented: number;
  /** Stored in a state that counts something else than the page did. */
  readonly altered: number;
  /** How far created is from stored + kept + dropped + cut. */
  readonly unaccounted: number;
}

/** Holds what pages told against what is stored and what is kept (each part’s `seq`). */
export function judge(ledger: Ledger, rows: readonly StoredPart[], keeps: readonly (readonly [name: string, seq: number])[]): Verdict {
  const stored = new Map(rows.map((row) => [nameOf(row), row]));
  const kept = new Map(keeps);
  const dropped: Record<string, number> = {};
  for (const { loss } of rows) for (const reason of DROPPED) if (loss[reason]) dropped[reason] = (dropped[reason] ?? 0) + loss[reason];
  let [missing, behind, cut, waiting] = [0, 0, 0, 0];
  for (const [name, { committed }] of ledger.entries) {
    const row = stored.get(name);
    const waits = kept.get(name);
    if (waits !== undefined && !row) waiting++;
    if (Math.max(row?.seq ?? 0, waits ?? 0) >= committed) {
      if (!row && waits === undefined) cut++;
    } else if (row || waits !== undefined) behind++;
    else missing++;
  }
  const told = Object.values(dropped).reduce((sum, n) => sum + n, 0);
  const found = [...stored.values()];
  return {
    sessions: ledger.sessions(), created: ledger.entries.size, stored: stored.size, kept: waiting, dropped, cut,
    lost: behind + Math.max(0, missing - told),
    fell: ledger.fell(),
    doubled: rows.length - stored.size,
    invented: found.filter((row) => !ledger.entries.get(nameOf(row))?.states.has(row.seq)).length,
    altered: found.filter((row) => {
      const state = ledger.entries.get(nameOf(row))?.states.get(row.seq);
      return state && (state.views !== row.views || state.orders !== row.orders);
    }).length,
    unaccounted: Math.abs(missing - told),
  };
}
