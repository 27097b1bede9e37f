import type { Core } from '../memory.ts';
import { TOLD, type Read } from './TOLD.ts';

const ALWAYS = Object.entries(TOLD);

/** The features that summaries and snapshots tell, each with how it is read, in the registry's order: snapshots tell them by their place. */
export const shipped = ({ stages }: Core): readonly (readonly [name: string, read: Read<number>])[] => ALWAYS.concat(stages.feels() || []);
