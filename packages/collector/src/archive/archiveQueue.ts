import type { OptionalBindings } from '../AppEnv.ts';
import type { ArchiveNote } from './askForBlocks.ts';
import { writeBlock } from './writeBlock.ts';

/** Writes what the queue brings, a note at a time. One that fails is brought again; when the queue gives it up, its shard asks once more within the hour. */
export async function archiveQueue(batch: MessageBatch<ArchiveNote>, env: Env & OptionalBindings): Promise<void> {
  const { ARCHIVE } = env;
  if (!ARCHIVE) return batch.retryAll();
  for (const message of batch.messages) {
    try {
      await writeBlock({ ...env, ARCHIVE }, message.body);
      message.ack();
    } catch (error) {
      console.error(JSON.stringify({ task: 'archive', error: String(error) }));
      message.retry();
    }
  }
}
