import type { Milliseconds } from '@tactful/protocol';

/** A reading that the active clock never reaches: the wait is over for this visit. */
export const ENDED: Milliseconds = 1e15;
