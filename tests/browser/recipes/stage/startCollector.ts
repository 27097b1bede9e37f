import { createTestHarness } from 'wrangler';

/** The real Worker in workerd, with storage of its own. */
export interface Collector {
  readonly url: URL;
  readonly deployToken: string;
  close(): Promise<void>;
}

/** Starts the built Worker; nothing looks outside this machine. */
export async function startCollector(): Promise<Collector> {
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';
  process.env['WRANGLER_SEND_METRICS'] = 'false';
  const deployToken = 'deploy-token-of-the-browser-tests-0123456789';
  const server = createTestHarness({
    root: new URL('../../../../', import.meta.url).pathname,
    workers: [{ configPath: 'wrangler.toml', secrets: { DEPLOY_TOKEN: deployToken, SESSION_SECRET: 'session-secret-of-the-browser-tests-0123456' } }],
  });
  const { url } = await server.listen();
  await server.getWorker<{ DB: D1Database }>().applyD1Migrations('DB');
  return { url, deployToken, close: () => server.close() };
}
