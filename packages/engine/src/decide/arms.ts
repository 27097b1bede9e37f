/** Arms by the letter that `Caps.arms` keeps. */
export const ARMS = { t: 'treatment', c: 'control', h: 'holdout', s: 'shadow' } as const;
