import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundConfig } from './boundConfig.ts';
import { startWorker, type RunningWorker } from './startWorker.ts';

/** Starts the Worker with every optional binding; `edit` may change its wrangler.toml. */
export async function startBound(edit?: (written: string) => string): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-bound-'));
  const running = await startWorker({}, boundConfig(folder, edit));
  return {
    ...running,
    async close() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
