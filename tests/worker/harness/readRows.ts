import type { RunningWorker } from './startWorker.ts';
import type { TestSite } from './makeSite.ts';

/** Reads rows straight out of all shards of a site. */
export async function readRows(running: RunningWorker, site: TestSite, { query, shards = 4 }: { readonly query: string; readonly shards?: number }): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let shard = 0; shard < shards; shard++) {
    const storage = await running.worker.getDurableObjectStorage('SHARD', { name: `${site.id}/${shard}` });
    try {
      rows.push(...await storage.exec(query) as Record<string, unknown>[]);
    } catch (error) {
      // A shard that nobody wrote to has no tables yet.
      if (!/no such table/.test(String(error))) throw error;
    }
  }
  return rows;
}
