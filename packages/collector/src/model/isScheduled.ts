import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { createModelStore } from '../store/modelStore.ts';
import { TRAINING_TASK } from './trainAll.ts';

const DAY: Milliseconds = 86_400_000, KNOWN_FOR: Milliseconds = 60_000;

/** Whether models are trained on schedule: it ran within the last two days. A Worker is not told its triggers. Read once a minute, as anyone may ask. */
export async function isScheduled(c: AppContext, now: EpochMs): Promise<boolean> {
  const memory = c.get('memory');
  if (!memory.schedule || now - memory.schedule.readAt > KNOWN_FOR) memory.schedule = { readAt: now, ranAt: await createModelStore(c.env.DB).lastRun(TRAINING_TASK).catch(() => null) };
  return now - (memory.schedule.ranAt ?? 0) < 2 * DAY;
}
