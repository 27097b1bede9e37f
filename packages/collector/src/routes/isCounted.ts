import type { Who } from './WHO.ts';

const COUNTED: readonly Who[] = ['site', 'page', 'visitor', 'user', 'secret', 'same_origin'];

/** Whose requests are counted, and refused where there are too many: everybody who is not staff yet and of whom something is read. */
export const isCounted = (who: Who): boolean => COUNTED.includes(who);
