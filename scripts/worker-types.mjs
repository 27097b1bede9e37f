import { spawnSync } from 'node:child_process';

// Env of the Worker from wrangler.toml. The file is committed; a test fails when it is stale.
const env = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };
const args = ['types', 'packages/collector/src/env.d.ts', '--include-runtime=false', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...args], { stdio: 'inherit', env }).status ?? 1;
