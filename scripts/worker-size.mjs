import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET = 122_880;
mkdirSync('packages/collector/assets', { recursive: true });
const out = mkdtempSync(join(tmpdir(), 'tactful-worker-'));
try {
  const env = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--outdir', out], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`wrangler deploy --dry-run failed\n${stdout}\n${stderr}`);
  const bytes = readFileSync(join(out, 'index.js'));
  const gzip = gzipSync(bytes, { level: 9 }).byteLength;
  console.log(`Worker, console not counted: ${bytes.byteLength} bytes, ${gzip} gzip, budget ${BUDGET}`);
  if (gzip > BUDGET) process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
