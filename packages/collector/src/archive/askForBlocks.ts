import type { EpochMs } from '@tactful/protocol';
import type { ArchiveStore, Block } from './archiveStore.ts';

/** What goes through the queue: which block is to be written, and nothing of what it holds. One that is lost is asked for again. */
export interface ArchiveNote extends Block { readonly site: string; readonly shard: number }

/** The platform's bound of one sending. */
const AT_ONCE = 100;

/** Asks for the blocks that are due. @returns when there is something to ask for again */
export async function askForBlocks(archive: ArchiveStore, queue: Pick<Queue<ArchiveNote>, 'sendBatch'>, { site, now }: { readonly site: string; readonly now: EpochMs }): Promise<EpochMs | undefined> {
  const shard = archive.shard();
  const blocks = shard === undefined ? [] : archive.due(now, AT_ONCE);
  if (shard !== undefined && blocks.length > 0) {
    await queue.sendBatch(blocks.map(({ day, block }) => ({ body: { site, shard, day, block } })));
    archive.asked(blocks, now);
  }
  return archive.next();
}
