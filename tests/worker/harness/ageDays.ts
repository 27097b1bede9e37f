import type { TestSite } from './makeSite.ts';
import type { RunningWorker } from './startWorker.ts';

/** What the site's shards hold, as if it had come two days earlier: one flood, and what lies beside its day, pauses nothing. */
export async function ageDays(running: RunningWorker, site: TestSite, shards: number): Promise<void> {
  for (let shard = 0; shard < shards; shard++) {
    const storage = await running.worker.getDurableObjectStorage('SHARD', { name: `${site.id}/${shard}` });
    for (const table of ['sessions', 'rollups']) await storage.exec(`UPDATE ${table} SET day = date(day, '-2 days')`);
  }
}
