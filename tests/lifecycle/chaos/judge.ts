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

/** What became of all that was created; the last six figures must be 0. */
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
  /** Of each part that is lost, invented or altered: what was told, and what is stored. */
  readonly faults: readonly string[];
}

/** Holds what pages told against what is stored and what is kept (each part’s `seq`). */
export function judge(ledger: Ledger, rows: readonly StoredPart[], keeps: readonly (readonly [name: string, seq: number])[]): Verdict {
  const stored = new Map(rows.map((row) => [nameOf(row), row]));
  const kept = new Map(keeps);
  const dropped: Record<string, number> = {};
  for (const { loss } of rows) for (const reason of DROPPED) if (loss[reason]) dropped[reason] = (dropped[reason] ?? 0) + loss[reason];
  let [cut, waiting] = [0, 0];
  const missing: string[] = [], behind: string[] = [];
  for (const [name, { committed }] of ledger.entries) {
    const row = stored.get(name);
    const waits = kept.get(name);
    if (waits !== undefined && !row) waiting++;
    if (Math.max(row?.seq ?? 0, waits ?? 0) >= committed) {
      if (!row && waits === undefined) cut++;
    } else (row || waits !== undefined ? behind : missing).push(name);
  }
  const told = Object.values(dropped).reduce((sum, n) => sum + n, 0);
  const stateOf = (row: StoredPart) => ledger.entries.get(nameOf(row))?.states.get(row.seq);
  const found = [...stored.values()];
  const invented = found.filter((row) => !stateOf(row)).map(nameOf);
  const altered = found.filter((row) => {
    const state = stateOf(row);
    return state && (state.views !== row.views || state.orders !== row.orders);
  }).map(nameOf);
  const blame = (name: string): string => {
    const entry = ledger.entries.get(name);
    return JSON.stringify({ name, stored: stored.get(name), kept: kept.get(name), committed: entry?.committed, told: entry && [...entry.states] });
  };
  return {
    sessions: ledger.sessions(), created: ledger.entries.size, stored: stored.size, kept: waiting, dropped, cut,
    lost: behind.length + Math.max(0, missing.length - told),
    fell: ledger.fell(),
    doubled: rows.length - stored.size,
    invented: invented.length,
    altered: altered.length,
    unaccounted: Math.abs(missing.length - told),
    faults: [...behind, ...missing.length > told ? missing : [], ...invented, ...altered].map(blame),
  };
}
