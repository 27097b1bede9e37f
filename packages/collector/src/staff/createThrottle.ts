import type { EpochMs } from '@tactful/protocol';
import { addressPrefix } from '../intake/addressPrefix.ts';
import type { StaffStore } from '../store/staffStore.ts';
import { sha256 } from '../secret/sha256.ts';

const WINDOW_MS = 900_000;
/** Failed sign-ins in one window: of one address for one account, of one address, and for one account from anywhere. An office shares an address; a stranger must not lock an account soon. */
const ALLOWED = { pair: 10, address: 50, account: 100 } as const;

/** Slows guessing: counts failed sign-ins per subject (kept only as a keyed hash) in windows of 15 minutes. */
export interface Throttle {
  /** Counts a sign-in before it is looked at, so that many at once are no way around; `closed` where too many have failed, and this one is not looked at. If the `last` fails, the account is locked. */
  enter(): Promise<'open' | 'last' | 'closed'>;
  /** It was no failure. */
  pass(): Promise<void>;
  readonly retryAfterSeconds: number;
}

/** Whoever has IPv6 has more addresses than could be counted, so there it is the network; of IPv4 the address, which many share already. */
const sourceOf = (address: string): string => (address.includes(':') ? addressPrefix(address) : undefined) ?? address;

export async function createThrottle(staff: StaffStore, { email, address, secret, now }: {
  readonly email: string; readonly address: string; readonly secret: string; readonly now: EpochMs;
}): Promise<Throttle> {
  const window = Math.floor(now / WINDOW_MS);
  const source = sourceOf(address);
  const subjects = { pair: `${email}/${source}`, address: source, account: email };
  const kinds = ['pair', 'address', 'account'] as const;
  const names = await Promise.all(kinds.map((kind) => sha256(`${secret}/${kind}/${subjects[kind]}`)));
  const pass = (): Promise<void> => staff.takeSignInBack(names, window);
  return {
    retryAfterSeconds: Math.ceil(((window + 1) * WINDOW_MS - now) / 1_000),
    pass,
    async enter() {
      const counted = await staff.countSignIn(names, window);
      const left = kinds.map((kind, place) => ALLOWED[kind] - counted[place]!);
      // Whoever is turned away has not failed: one address can't use up what an account has.
      if (Math.min(...left) < 0) await pass();
      return Math.min(...left) < 0 ? 'closed' : left[0] === 0 || left[2] === 0 ? 'last' : 'open';
    },
  };
}
