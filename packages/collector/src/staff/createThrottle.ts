import type { EpochMs } from '@tactful/protocol';
import type { StaffStore } from '../store/staffStore.ts';
import { sha256 } from '../secret/sha256.ts';

const WINDOW_MS = 900_000;
/** Failed sign-ins in one window: of one address for one account, of one address, and for one account from anywhere. An office shares an address; a stranger must not lock an account soon. */
const ALLOWED = { pair: 10, address: 50, account: 100 } as const;

/** Slows guessing: counts failures per subject (kept only as a keyed hash) in windows of 15 minutes. */
export interface Throttle { closed(): Promise<boolean>; fail(): Promise<void>; readonly retryAfterSeconds: number }

export async function createThrottle(staff: StaffStore, { email, address, secret, now }: {
  readonly email: string; readonly address: string; readonly secret: string; readonly now: EpochMs;
}): Promise<Throttle> {
  const window = Math.floor(now / WINDOW_MS);
  const subjects = { pair: `${email}/${address}`, address, account: email };
  const rows = await Promise.all((['pair', 'address', 'account'] as const).map(async (kind) => ({
    allowed: ALLOWED[kind], name: await sha256(`${secret}/${kind}/${subjects[kind]}`),
  })));
  return {
    retryAfterSeconds: Math.ceil(((window + 1) * WINDOW_MS - now) / 1_000),
    closed: async () => (await Promise.all(rows.map(async ({ name, allowed }) => await staff.failures(name, window) >= allowed))).includes(true),
    fail: async () => { await Promise.all(rows.map(({ name }) => staff.countFailure(name, window))); },
  };
}
