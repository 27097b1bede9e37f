import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { unstable_readConfig as readConfig, unstable_splitSqlQuery as splitSqlQuery } from 'wrangler';
import { DEPLOY_TOKEN, SESSION_SECRET } from '../../worker/harness/startWorker.ts';
import { findWorkerd } from './readProcess.ts';

const WORKER = 'tests/bench/edge/worker', MIGRATIONS = 'packages/collector/migrations';

export interface Edge {
  readonly origin: URL;
  /** The process that runs the Worker, its objects and its database. */
  readonly pid: number;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Bundles as a deployment does, minified. */
function bundle(folder: string): string {
  const env = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--config', `${WORKER}/wrangler.toml`, '--outdir', folder], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`wrangler deploy --dry-run failed\n${stdout}\n${stderr}`);
  return readFileSync(join(folder, 'Bare.js'), 'utf8');
}

/**
 * Starts the Worker, with the bare routes beside it, in one workerd that listens on 127.0.0.1 itself: no proxy in front, which would cost more than
 * what is measured. `more` stands for variables of wrangler.toml. Its stores are on this machine's disk, in a folder that goes with it.
 */
export async function startEdge(more: Readonly<Record<string, string>> = {}): Promise<Edge> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-edge-'));
  const { compatibility_date: compatibilityDate, vars, durable_objects: { bindings } } = readConfig({ config: 'wrangler.toml' });
  const objects = [...bindings, { name: 'BARE', class_name: 'Bare' }].map(({ name, class_name: className }) => [name, { className, useSQLite: true }]);
  const running = new Miniflare(convertV4MiniflareOptions({
    host: '127.0.0.1', port: 0, cf: false, modules: [{ type: 'ESModule', path: 'Bare.js', contents: bundle(folder) }], compatibilityDate: compatibilityDate!,
    bindings: { ...vars, ...more, DEPLOY_TOKEN, SESSION_SECRET }, d1Databases: { DB: 'tactful' }, durableObjects: Object.fromEntries(objects),
    resourcePersistencePath: join(folder, 'stores'),
  }));
  const origin = await running.ready;
  const database = await running.getD1Database('DB');
  for (const file of readdirSync(MIGRATIONS).sort()) for (const statement of splitSqlQuery(readFileSync(join(MIGRATIONS, file), 'utf8'))) await database.prepare(statement).run();
  return {
    origin, pid: findWorkerd(), fetch: (path, init) => fetch(new URL(path, origin), init),
    async close() {
      await running.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
