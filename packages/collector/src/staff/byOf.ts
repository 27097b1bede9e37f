import type { Caller } from '../AppEnv.ts';

/** Who it was, as lists and logs name them. */
export const byOf = (caller: Caller): string => (caller.kind === 'staff' ? caller.email : 'deploy');
