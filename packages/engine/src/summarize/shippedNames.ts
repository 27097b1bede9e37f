import type { Core } from '../memory.ts';
import { TOLD } from './TOLD.ts';

/** The features that summaries and snapshots tell, in the registry's order: snapshots tell them by their place. */
export const shippedNames = ({ stages }: Core): readonly string[] => [...Object.keys(TOLD), ...stages.feels() || []];
