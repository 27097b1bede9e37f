import type { Milliseconds } from '@tactful/protocol';

/** Without input for longer than this the visitor is not taken to be there. */
export const ACTIVITY: Milliseconds = 60_000;
