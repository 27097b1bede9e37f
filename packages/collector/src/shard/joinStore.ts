import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { Join, Meeting, MetExposure, UserGoal } from '../profile/ProfileRows.ts';

/** Users that one visitor may be: a device that many share is nobody's. */
const USERS = 20;
/** Exposures, and goals, that a meeting tells of. */
const LATEST = 100;
/** When a visitor was this user last is known as exactly as that. */
const DAY: Milliseconds = 86_400_000;

/** The step that tells when a visitor was a user last: one without a session would be kept for good. */
export const SIGNED_SCHEMA = `
  ALTER TABLE users ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
  UPDATE users SET at = unixepoch() * 1000;
  CREATE INDEX users_at ON users (at);`;

/** Every statement about visitors who are users. */
export interface JoinStore {
  /** False where the visitor is as many users as one may be. */
  link(visitor: string, user: string, now: EpochMs): boolean;
  usersOf(visitor: string): readonly string[];
  put(join: Join): void;
  /** Drops conversions of before that were seen or told elsewhere; with no session left, all that was joined to the visitor. */
  retire(visitor: string, before: EpochMs): void;
  /** Drops which users visitors without a session were before, and what was joined to those. @returns whether there may be more to drop, or will be */
  sweep(before: EpochMs, limit: number): 'more' | 'later' | 'none';
  /** The latest that the visitor met and did; a bot's is none. */
  meeting(visitor: string): Meeting;
}

export function createJoinStore(sql: SqlStorage): JoinStore {
  const usersOf = (visitor: string): readonly string[] => sql.exec('SELECT user FROM users WHERE visitor = ? ORDER BY user', visitor).toArray().map(({ user }) => String(user));
  const drop = (visitor: string): void => { for (const table of ['users', 'joined', 'joined_goals']) sql.exec(`DELETE FROM ${table} WHERE visitor = ?`, visitor); };
  return {
    usersOf,
    link(visitor, user, now) {
      const known = usersOf(visitor);
      if (!known.includes(user) && known.length >= USERS) return false;
      sql.exec('INSERT INTO users (visitor, user, at) VALUES (?, ?, ?) ON CONFLICT (visitor, user) DO UPDATE SET at = excluded.at WHERE excluded.at > at + ?', visitor, user, now, DAY);
      return true;
    },
    meeting: (visitor) => ({
      visitor,
      exposures: sql.exec(
        `SELECT s.session, e.id, e.campaign, e.arm, e.outcome, e.reason, e.at FROM exposures e JOIN sessions s ON s.id = e.session_id WHERE e.visitor = ? AND s.human ORDER BY e.at DESC LIMIT ?`,
        visitor, LATEST,
      ).toArray() as unknown as MetExposure[],
      goals: sql.exec('SELECT g.id, g.event, g.mills, g.lacks, g.at FROM goals g JOIN sessions s ON s.id = g.session_id WHERE g.visitor = ? AND s.human ORDER BY g.at DESC LIMIT ?', visitor, LATEST)
        .toArray() as unknown as UserGoal[],
    }),
    retire(visitor, before) {
      sql.exec('DELETE FROM joined_goals WHERE visitor = ? AND at < ?', visitor, before);
      const gone = sql.exec('SELECT 1 FROM sessions WHERE visitor = ? LIMIT 1', visitor).toArray().length === 0;
      if (gone) drop(visitor);
    },
    sweep(before, limit) {
      const old = sql.exec(
        'SELECT visitor, user FROM users WHERE at < ? AND NOT EXISTS (SELECT 1 FROM sessions WHERE sessions.visitor = users.visitor) ORDER BY at LIMIT ?', before, limit,
      ).toArray() as { visitor: string; user: string }[];
      for (const { visitor, user } of old) {
        sql.exec('DELETE FROM users WHERE visitor = ? AND user = ?', visitor, user);
        if (usersOf(visitor).length === 0) drop(visitor);
      }
      return old.length === limit ? 'more' : sql.exec('SELECT 1 FROM users LIMIT 1').toArray().length > 0 ? 'later' : 'none';
    },
    put({ visitor, campaigns, goals }) {
      for (const [campaign, stands] of Object.entries(campaigns)) {
        // Where it was met first is settled; that two arms were met is found out later.
        sql.exec("INSERT INTO joined (visitor, campaign, stands) VALUES (?, ?, ?) ON CONFLICT (visitor, campaign) DO UPDATE SET stands = excluded.stands WHERE stands <> 'elsewhere' AND stands <> excluded.stands", visitor, campaign, stands);
      }
      for (const { id, event, mills, lacks, at } of goals) {
        sql.exec('INSERT INTO joined_goals (visitor, id, event, mills, lacks, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (visitor, id) DO NOTHING', visitor, id, event, mills, lacks, at);
      }
    },
  };
}
