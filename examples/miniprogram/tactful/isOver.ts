import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { Kept } from './createKeep.ts';

const IDLE_MS: Milliseconds = 1_800_000, LONGEST_MS: Milliseconds = 86_400_000;

/** A session ends after 30 minutes without the visitor, or 24 hours. */
export const isOver = ({ began, last }: Pick<Kept, 'began' | 'last'>, at: EpochMs): boolean => at - last > IDLE_MS || at - began > LONGEST_MS;
