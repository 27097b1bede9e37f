import { mkdirSync } from 'node:fs';
import { createTestHarness, type TestHarness, type WorkerHandle } from 'wrangler';

process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';
process.env['WRANGLER_SEND_METRICS'] = 'false';

/** The deploy token of tests. */
export const DEPLOY_TOKEN = 'deploy-token-of-the-tests-0123456789';
/** What signs their sessions. */
export const SESSION_SECRET = 'session-secret-of-the-tests-0123456789';

export interface RunningWorker {
  readonly harness: TestHarness;
  readonly worker: WorkerHandle;
  readonly origin: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Starts the whole Worker in workerd from the repository's own wrangler.toml, or another, on empty stores; `vars` stand for those of the file. */
export async function startWorker(vars: Record<string, string> = {}, configPath = './wrangler.toml'): Promise<RunningWorker> {
  // The page's files need no build here; the binding needs its folder.
  mkdirSync('packages/collector/assets', { recursive: true });
  const harness = createTestHarness({
    workers: [{ configPath, vars, secrets: { DEPLOY_TOKEN, SESSION_SECRET } }],
  });
  const { url } = await harness.listen();
  const worker = harness.getWorker();
  await worker.applyD1Migrations('DB');
  return {
    harness, worker, origin: url.origin,
    fetch: (path, init) => worker.fetch(path, init as never) as unknown as Promise<Response>,
    close: () => harness.close(),
  };
}
