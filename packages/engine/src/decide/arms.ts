import type { Arm } from '@tactful/protocol';

/** Arms by the letter that `Caps.arms` keeps. */
export const ARMS: Readonly<Record<string, Arm>> = { t: 'treatment', c: 'control', h: 'holdout', s: 'shadow' };
