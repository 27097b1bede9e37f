import type { EpochMs, Role, SiteMember } from '@tactful/protocol';
import type { PasswordHash } from '../staff/hashPassword.ts';

export interface StaffMember extends PasswordHash { readonly email: string; readonly notBefore: number; readonly roles: ReadonlyMap<string, Role> }

/** What an account is to become on a site. `password`: the account's new one; sessions issued before are void. */
export interface Grant {
  readonly email: string; readonly site: string; readonly role: Role; readonly password?: PasswordHash | undefined; readonly now: EpochMs;
  /** The sites of whom the grantor is the owner. */
  readonly owned: readonly string[] | 'all';
}

/** Every statement about staff, their sessions and failed sign-ins. Seconds since the epoch where tokens count in seconds. */
export interface StaffStore {
  find(email: string): Promise<StaffMember | null>;
  /** Makes or replaces the account with exactly these sites and this role on each; sessions issued before are void. */
  put(member: PasswordHash & { readonly email: string; readonly sites: readonly string[]; readonly role: Role; readonly now: EpochMs }): Promise<void>;
  /** The staff of a site, by e-mail. */
  ofSite(site: string): Promise<readonly SiteMember[]>;
  /**
   * Gives the role on the one site. A password is set only where the grantor owns every site that the account has, and so is a site that it
   * has not yet: whoever chose a password must never come to another's site by it. False when nothing was done.
   */
  grant(grant: Grant): Promise<boolean>;
  /** False when the account was not of that site. */
  remove(email: string, site: string): Promise<boolean>;
  signOut(sessionId: string, expiresAtSeconds: number, nowSeconds: number): Promise<void>;
  signedOut(sessionId: string): Promise<boolean>;
  /** Counts a sign-in under each subject, in one transaction; answers what they count now. */
  countSignIn(subjects: readonly string[], window: number): Promise<readonly number[]>;
  /** Takes one that was counted back. */
  takeSignInBack(subjects: readonly string[], window: number): Promise<void>;
}

interface Row { email: string; salt: string; iterations: number; hash: string; notBefore: number }

/** True of an account (?1) with no site beyond those in ?6, or where ?5 says that all are meant. */
const OWNED = '(?5 OR NOT EXISTS (SELECT 1 FROM staff_sites WHERE email = ?1 AND site NOT IN (SELECT value FROM json_each(?6))))';
const ownedBy = (owned: Grant['owned']): [number, string] => (owned === 'all' ? [1, '[]'] : [0, JSON.stringify(owned)]);

export function createStaffStore(db: D1Database): StaffStore {
  const account = ({ email, salt, iterations, hash, now }: PasswordHash & { readonly email: string; readonly now: EpochMs }, owned: Grant['owned']) => db.prepare(
    `INSERT INTO staff (email, salt, iterations, hash, not_before, created_at) SELECT ?1, ?2, ?3, ?4, ?7, ?8 WHERE ${OWNED}
     ON CONFLICT (email) DO UPDATE SET salt = ?2, iterations = ?3, hash = ?4, not_before = ?7`,
  ).bind(email, salt, iterations, hash, ...ownedBy(owned), Math.floor(now / 1_000), now);
  return {
    async find(email) {
      const [staff, sites] = await db.batch([
        db.prepare('SELECT email, salt, iterations, hash, not_before AS notBefore FROM staff WHERE email = ?').bind(email),
        db.prepare('SELECT site, role FROM staff_sites WHERE email = ? ORDER BY site').bind(email),
      ]);
      const row = staff?.results[0] as Row | undefined;
      return row ? { ...row, roles: new Map(((sites?.results ?? []) as { site: string; role: Role }[]).map(({ site, role }) => [site, role])) } : null;
    },
    async put({ email, salt, iterations, hash, sites, role, now }) {
      await db.batch([
        account({ email, salt, iterations, hash, now }, 'all'),
        db.prepare('DELETE FROM staff_sites WHERE email = ?').bind(email),
        ...sites.map((site) => db.prepare('INSERT INTO staff_sites (email, site, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').bind(email, site, role)),
      ]);
    },
    ofSite: async (site) => (await db.prepare('SELECT email, role FROM staff_sites WHERE site = ? ORDER BY email').bind(site).all<SiteMember>()).results,
    async grant({ email, site, role, password, owned, now }) {
      // Without a password only one who has a site already: of an account without any, nobody knows who chose it.
      const join = db.prepare(
        `INSERT INTO staff_sites (email, site, role) SELECT ?1, ?2, ?3 FROM staff WHERE email = ?1
           AND (${OWNED} AND (NOT ?4 OR EXISTS (SELECT 1 FROM staff_sites WHERE email = ?1)) OR ?4 AND EXISTS (SELECT 1 FROM staff_sites WHERE email = ?1 AND site = ?2))
         ON CONFLICT (email, site) DO UPDATE SET role = ?3`,
      ).bind(email, site, role, password ? 0 : 1, ...ownedBy(owned));
      const results = await db.batch(password ? [account({ email, ...password, now }, owned), join] : [join]);
      return results.every(({ meta }) => meta.changes > 0);
    },
    remove: async (email, site) => (await db.prepare('DELETE FROM staff_sites WHERE email = ? AND site = ?').bind(email, site).run()).meta.changes > 0,
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
