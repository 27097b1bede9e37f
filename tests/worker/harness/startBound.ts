import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startWorker, type RunningWorker } from './startWorker.ts';

/** Starts the Worker with every optional binding, which stand in the repository's wrangler.toml as comments; `edit` may change what was written. */
export async function startBound(edit: (written: string) => string = (written) => written): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-bound-'));
  const config = join(folder, 'wrangler.toml');
  writeFileSync(config, edit(readFileSync('wrangler.toml', 'utf8').replace(/^# (\[\[[\w.]+\]\]|[a-z_]+ = .*)$/gm, '$1').replaceAll(/"(\.\/)?packages\//g, `"${resolve('packages')}/`)));
  const running = await startWorker({}, config);
  return {
    ...running,
    async close() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
