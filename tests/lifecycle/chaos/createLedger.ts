/** What a page tells of a summary, outside the SDK: it is about to be written, or its transaction is complete. */
export interface Told {
  readonly kind: 'created' | 'committed';
  readonly session: string;
  readonly part: string;
  readonly seq: number;
  /** Product views and orders that this state of the summary counts. */
  readonly views: number;
  readonly orders: number;
}

/** One part of one session, as its pages told of it. */
export interface LedgerEntry {
  readonly session: string;
  readonly part: string;
  /** The latest state of which the promise resolved; 0 for none: its page was killed before. */
  committed: number;
  /** What each state counts. */
  readonly states: Map<number, { readonly views: number; readonly orders: number }>;
}

export interface Ledger {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  note(told: Told): void;
  /** Distinct sessions so far. */
  sessions(): number;
  /** How often a part was given a state whose `seq` is no higher than one it had, with other numbers. */
  fell(): number;
}

export const nameOf = ({ session, part }: { readonly session: string; readonly part: string }): string => `${session}/${part}`;

export function createLedger(): Ledger {
  const entries = new Map<string, LedgerEntry>();
  const sessions = new Set<string>();
  let fell = 0;
  return {
    entries,
    note({ kind, session, part, seq, views, orders }) {
      sessions.add(session);
      const name = nameOf({ session, part });
      const entry = entries.get(name) ?? { session, part, committed: 0, states: new Map() };
      entries.set(name, entry);
      const state = entry.states.get(seq);
      if (kind === 'created' && (state ? state.views !== views || state.orders !== orders : seq < Math.max(0, ...entry.states.keys()))) fell++;
      entry.states.set(seq, { views, orders });
      if (kind === 'committed') entry.committed = Math.max(entry.committed, seq);
    },
    sessions: () => sessions.size,
    fell: () => fell,
  };
}
