import type { EpochMs, ModelTrial } from '@tactful/protocol';
import { TRAINING } from './TRAINING.ts';

/** Whether a state is trained although nobody asked and nothing fell: nothing was tried yet, for they were too few; it is a week since; or there is far more to learn from than there was, as on a site that is new. */
export const isDue = (last: Pick<ModelTrial, 'at' | 'cut' | 'samples'> | undefined, { moments, now }: { readonly moments: number; readonly now: EpochMs }): boolean =>
  last?.cut === undefined || last.at <= now - TRAINING.every || moments >= TRAINING.grown * last.samples;
