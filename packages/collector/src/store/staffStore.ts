import type { EpochMs } from '@tactful/protocol';
import type { PasswordHash } from '../staff/hashPassword.ts';

export interface StaffMember extends PasswordHash { readonly email: string; readonly notBefore: number; readonly sites: readonly string[] }

/** Every statement about staff, their sessions and failed sign-ins. Seconds since the epoch where tokens count in seconds. */
export interface StaffStore {
  find(email: string): Promise<StaffMember | null>;
  /** Makes or replaces the account with exactly these sites; sessions issued before are void. */
  put(member: PasswordHash & { readonly email: string; readonly sites: readonly string[]; readonly now: EpochMs }): Promise<void>;
  signOut(sessionId: string, expiresAtSeconds: number, nowSeconds: number): Promise<void>;
  signedOut(sessionId: string): Promise<boolean>;
  /** Counts a sign-in under each subject, in one transaction; answers what they count now. */
  countSignIn(subjects: readonly string[], window: number): Promise<readonly number[]>;
  /** Takes one that was counted back. */
  takeSignInBack(subjects: readonly string[], window: number): Promise<void>;
}

interface Row { email: string; salt: string; iterations: number; hash: string; notBefore: number }

export function createStaffStore(db: D1Database): StaffStore {
  return {
    async find(email) {
      const [staff, sites] = await db.batch([
        db.prepare('SELECT email, salt, iterations, hash, not_before AS notBefore FROM staff WHERE email = ?').bind(email),
        db.prepare('SELECT site FROM staff_sites WHERE email = ? ORDER BY site').bind(email),
      ]);
      const row = staff?.results[0] as Row | undefined;
      return row ? { ...row, sites: ((sites?.results ?? []) as { site: string }[]).map(({ site }) => site) } : null;
    },
    async put({ email, salt, iterations, hash, sites, now }) {
      await db.batch([
        db.prepare(
          `INSERT INTO staff (email, salt, iterations, hash, not_before, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
           ON CONFLICT (email) DO UPDATE SET salt = ?2, iterations = ?3, hash = ?4, not_before = ?5`,
        ).bind(email, salt, iterations, hash, Math.floor(now / 1_000), now),
        db.prepare('DELETE FROM staff_sites WHERE email = ?').bind(email),
        ...sites.map((site) => db.prepare('INSERT INTO staff_sites (email, site) VALUES (?, ?) ON CONFLICT DO NOTHING').bind(email, site)),
      ]);
    },
    async signOut(sessionId, expiresAtSeconds, nowSeconds) {
      await db.batch([
        db.prepare('INSERT INTO signed_out (id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING').bind(sessionId, expiresAtSeconds),
        db.prepare('DELETE FROM signed_out WHERE expires_at < ?').bind(nowSeconds),
      ]);
    },
    signedOut: async (sessionId) => (await db.prepare('SELECT 1 AS n FROM signed_out WHERE id = ?').bind(sessionId).first('n')) !== null,
    async countSignIn(subjects, window) {
      const [, ...counted] = await db.batch<{ n: number }>([
        db.prepare('DELETE FROM login_failures WHERE window < ?').bind(window - 1),
        ...subjects.map((subject) => db.prepare(
          'INSERT INTO login_failures (subject, window, n) VALUES (?, ?, 1) ON CONFLICT (subject, window) DO UPDATE SET n = n + 1 RETURNING n',
        ).bind(subject, window)),
      ]);
      return counted.map(({ results }) => results[0]!.n);
    },
    async takeSignInBack(subjects, window) {
      await db.batch(subjects.map((subject) => db.prepare('UPDATE login_failures SET n = n - 1 WHERE subject = ? AND window = ?').bind(subject, window)));
    },
  };
}
