/** `npm run sizes:worker`: what the whole Worker weighs, and what the intake alone would, as they are deployed: bundled and minified. `--keep FOLDER` leaves both there. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readArguments } from './cli/readArguments.mjs';

const BUDGET = 122_880, INTAKE_BUDGET = 40_960;
const { values: { keep } } = readArguments({ usage: 'npm run sizes:worker [-- --keep FOLDER]', most: 0, options: { keep: { type: 'string' } } });
mkdirSync('packages/collector/assets', { recursive: true });

function weigh(config, file) {
  const out = mkdtempSync(join(tmpdir(), 'tactful-worker-'));
  try {
    const env = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--config', config, '--outdir', out], { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`wrangler deploy --dry-run failed\n${stdout}\n${stderr}`);
    const bytes = readFileSync(join(out, file));
    if (keep) copyFileSync(join(out, file), join(keep, file));
    return { bytes: bytes.byteLength, gzip: gzipSync(bytes, { level: 9 }).byteLength };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const { bytes, gzip } = weigh('wrangler.toml', 'index.js');
console.log(`Worker, console not counted: ${bytes} bytes, ${gzip} gzip, budget ${BUDGET}`);
const intake = weigh('scripts/worker-size/wrangler.toml', 'intake.js');
console.log(`intake alone, with all that its modules import: ${intake.bytes} bytes, ${intake.gzip} gzip, budget ${INTAKE_BUDGET}${intake.gzip > INTAKE_BUDGET ? `, over by ${intake.gzip - INTAKE_BUDGET}` : ''}`);
if (gzip > BUDGET || intake.gzip > INTAKE_BUDGET) process.exitCode = 1;
