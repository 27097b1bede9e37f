import type { Facts } from '@tactful/learner';
import type { Bytes, EpochMs, Summary } from '@tactful/protocol';
import { BOT_FROM } from './countSession.ts';

/** One session as stored. */
export interface StoredSession {
  readonly id: number;
  readonly day: string;
  readonly summary: Summary;
}

/** What stands of a session, and against it. */
export interface Standing {
  /** Nothing of it is stored yet: undefined. */
  readonly stored: StoredSession | undefined;
  /** The stored `seq` of the part; null where there is none. */
  readonly have: number | null;
  /** Its visitor was erased. */
  readonly erased: 0 | 1;
  /** It was removed, since it was too old. */
  readonly retired: 0 | 1;
  /** Sessions of the visitor, counted only where this one is not among them yet: 1 else. */
  readonly sessions: number;
}

export interface NewSession {
  readonly visitor: string; readonly session: string; readonly day: string; readonly skew: number; readonly now: number; readonly summary: Summary;
}

/** What a session's tabs told each by itself, as far as a back-test reads it. */
export interface ToldSession {
  readonly receivedAt: EpochMs;
  readonly tabs: readonly Facts[];
}

/** Tabs of a session that a back-test looks at. */
const TABS = 8;

const factsOf = ({ config, model, context, activeMs, pages, counts, signals, cart, features, intents, loss }: Summary): Facts => ({ config, model, context, activeMs, pages, counts, signals, cart, features, intents, loss });

/** Every statement about sessions and their parts. */
export interface SessionStore {
  standing(of: Pick<Summary, 'visitor' | 'session' | 'part'>): Standing;
  byId(id: number): StoredSession | undefined;
  ofVisitor(visitor: string): readonly StoredSession[];
  create(session: NewSession): number;
  putPart(sessionId: number, summary: Summary): void;
  parts(sessionId: number): readonly Summary[];
  update(sessionId: number, change: { readonly summary: Summary; readonly now: number }): void;
  /** The next by name; a shard may have more than fit in memory. */
  visitorAfter(visitor: string): string | undefined;
  /** Those of a day whose row numbers are from `first` on and below `end`, one line of JSON each, with when they were first and last heard of. */
  lines(day: string, first: number, end: number): Iterable<string>;
  /** Those last heard of before, the oldest first. */
  lastHeardBefore(at: EpochMs, limit: number): readonly StoredSession[];
  /** The newest by their last change, of no bots, as many as fit; without those of more tabs than people have open. */
  told(most: { readonly limit: number; readonly bytes: Bytes }): readonly ToldSession[];
  /** When the one that was heard of the longest ago was. */
  oldest(): EpochMs | undefined;
}

const human = (summary: Summary): 0 | 1 => (summary.bot < BOT_FROM ? 1 : 0);

type Row = Record<string, SqlStorageValue>;
const read = (row: Row): StoredSession => ({
  id: Number(row['id']), day: String(row['day']), summary: JSON.parse(String(row['summary'])) as Summary,
});

export function createSessionStore(sql: SqlStorage): SessionStore {
  const COLUMNS = 'SELECT id, day, summary FROM sessions';
  const parts = (sessionId: number): readonly Summary[] => sql.exec('SELECT summary FROM parts WHERE session_id = ? ORDER BY part', sessionId).toArray()
    .map((row) => JSON.parse(String(row['summary'])) as Summary);
  return {
    standing({ visitor, session, part }) {
      // In one statement: each summary of a body asks, and a call of the platform's costs as much as all of these.
      const row = sql.exec(
        `SELECT id, day, summary, (SELECT seq FROM parts WHERE session_id = id AND part = ?) AS have, EXISTS (SELECT 1 FROM erased WHERE visitor = v) AS erased,
         EXISTS (SELECT 1 FROM retired WHERE session = s) AS retired, IIF(id, 1, (SELECT COUNT(*) FROM sessions WHERE visitor = v)) AS sessions
         FROM (SELECT ? AS v, ? AS s) LEFT JOIN sessions ON visitor = v AND session = s`, part, visitor, session,
      ).one();
      return { ...row, stored: row['id'] ? read(row) : undefined } as unknown as Standing;
    },
    byId: (id) => sql.exec(`${COLUMNS} WHERE id = ?`, id).toArray().map(read)[0],
    ofVisitor: (visitor) => sql.exec(`${COLUMNS} WHERE visitor = ? ORDER BY id`, visitor).toArray().map(read),
    create: ({ visitor, session, day, skew, now, summary }) => Number(sql.exec(
      `INSERT INTO sessions (visitor, session, day, skew, received_at, updated_at, summary, human) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      visitor, session, day, skew, now, now, JSON.stringify(summary), human(summary),
    ).one()['id']),
    putPart: (sessionId, summary) => {
      sql.exec(
        `INSERT INTO parts (session_id, part, seq, summary) VALUES (?, ?, ?, ?)
         ON CONFLICT (session_id, part) DO UPDATE SET seq = excluded.seq, summary = excluded.summary`,
        sessionId, summary.part, summary.seq, JSON.stringify(summary),
      );
    },
    parts,
    update: (sessionId, { summary, now }) => {
      sql.exec('UPDATE sessions SET summary = ?, human = ?, updated_at = ? WHERE id = ?', JSON.stringify(summary), human(summary), now, sessionId);
    },
    *lines(day, first, end) {
      for (const row of sql.exec('SELECT received_at, updated_at, summary FROM sessions WHERE id >= ? AND id < ? AND day = ? ORDER BY id', first, end, day)) {
        yield `${JSON.stringify({ day, receivedAt: row['received_at'], updatedAt: row['updated_at'], ...JSON.parse(String(row['summary'])) as Summary })}\n`;
      }
    },
    lastHeardBefore: (at, limit) => sql.exec(`${COLUMNS} WHERE updated_at < ? ORDER BY updated_at LIMIT ?`, at, limit).toArray().map(read),
    told({ limit, bytes }) {
      let left = bytes;
      const rows = sql.exec('SELECT id, received_at, (SELECT SUM(LENGTH(summary)) FROM parts WHERE session_id = id) AS bytes FROM sessions WHERE human AND (SELECT COUNT(*) FROM parts WHERE session_id = id) <= ? ORDER BY updated_at DESC LIMIT ?', TABS, limit).toArray();
      const sessions: ToldSession[] = [];
      for (const row of rows) {
        left -= Number(row['bytes']);
        if (left < 0) break;
        sessions.push({ receivedAt: Number(row['received_at']), tabs: parts(Number(row['id'])).map(factsOf) });
      }
      return sessions;
    },
    oldest: () => sql.exec('SELECT updated_at FROM sessions ORDER BY updated_at LIMIT 1').toArray().map((row) => Number(row['updated_at']))[0],
    visitorAfter: (visitor) => sql.exec('SELECT visitor FROM sessions WHERE visitor > ? ORDER BY visitor LIMIT 1', visitor).toArray().map((row) => String(row['visitor']))[0],
  };
}
