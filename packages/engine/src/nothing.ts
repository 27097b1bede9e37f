import type { Stages } from './stages.ts';

const none = (): void => undefined;

/** Stages before any of them is there. */
export const nothing = (): Stages => ({ shut: none, opensAt: none, shadows: none, answer: none, meets: none, goal: none, snapshot: none, count: none, signal: none, time: none, sense: none, soon: none, felt: none, feels: none, step: none });
