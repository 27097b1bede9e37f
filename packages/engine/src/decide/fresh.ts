import type { CapScope } from '../observation.ts';

/** A scope of caps that nothing charged. */
export const FRESH: CapScope = { shown: [], lifetime: 0, waitUntil: 0 };
