import type { EpochMs } from '@tactful/protocol';
import type { StaffStore } from '../store/staffStore.ts';
import { sha256 } from './sha256.ts';

const WINDOW_MS = 900_000;
/** Failed sign-ins per e-mail and per address in one window. */
const ALLOWED = 10;

/** Slows guessing: counts failures per subject (kept only as a keyed hash) in windows of 15 minutes. */
export interface Throttle { closed(): Promise<boolean>; fail(): Promise<void>; readonly retryAfterSeconds: number }

export async function createThrottle(staff: StaffStore, { subjects, secret, now }: {
  readonly subjects: readonly string[]; readonly secret: string; readonly now: EpochMs;
}): Promise<Throttle> {
  const window = Math.floor(now / WINDOW_MS);
  const names = await Promise.all(subjects.filter((subject) => !subject.endsWith(':')).map((subject) => sha256(`${secret}/${subject}`)));
  return {
    retryAfterSeconds: Math.ceil(((window + 1) * WINDOW_MS - now) / 1_000),
    closed: async () => (await Promise.all(names.map((name) => staff.failures(name, window)))).some((n) => n >= ALLOWED),
    fail: async () => { await Promise.all(names.map((name) => staff.countFailure(name, window))); },
  };
}
