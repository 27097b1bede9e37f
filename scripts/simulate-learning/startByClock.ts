import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EpochMs } from '@tactful/protocol';
import { startWorker, type RunningWorker } from '../../tests/worker/harness/startWorker.ts';
import { CLOCK_HEADER } from './CLOCK_HEADER.ts';

process.env['WRANGLER_LOG'] ??= 'warn';

/** The real Worker in workerd, by a clock of its own. */
export interface ClockedWorker extends RunningWorker {
  /** Sets its clock, which every request tells it then; alarms that are due by it ring before the next is answered. It never goes back. */
  setTime(at: EpochMs): void;
}

/** Starts the Worker of the repository's wrangler.toml on empty stores, by a clock that stands until it is set. */
export async function startByClock(at: EpochMs): Promise<ClockedWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-learning-'));
  const config = join(folder, 'wrangler.toml');
  const absolute = readFileSync('wrangler.toml', 'utf8').replace(/^main = .*$/m, `main = "${resolve('scripts/simulate-learning/worker.ts')}"`).replaceAll(/"(\.\/)?packages\//g, `"${resolve('packages')}/`);
  writeFileSync(config, absolute);
  const running = await startWorker({}, config);
  let now = at;
  return {
    ...running,
    setTime: (to) => { now = to; },
    fetch: (path, init) => running.fetch(path, { ...init, headers: { ...init?.headers as Record<string, string>, [CLOCK_HEADER]: String(now) } }),
    async close() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
