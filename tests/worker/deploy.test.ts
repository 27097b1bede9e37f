import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';

const env = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };
const wrangler = (...args: string[]) => spawnSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...args], { encoding: 'utf8', env });

it('would deploy, with every binding, within its size, without what is only said of its routes', () => {
  mkdirSync('packages/collector/assets', { recursive: true });
  const kept = mkdtempSync(join(tmpdir(), 'tactful-deploy-'));
  onTestFinished(() => rmSync(kept, { recursive: true }));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/worker-size.mjs', '--keep', kept], { encoding: 'utf8', env });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const [, gzip, budget] = /, (\d+) gzip, budget (\d+)/.exec(stdout) ?? [];
  expect(Number(budget)).toBe(122_880);
  expect(Number(gzip)).toBeLessThanOrEqual(122_880);
  const [, intake, wanted] = /^intake alone.*, (\d+) gzip, budget (\d+)/m.exec(stdout) ?? [];
  expect([Number(intake) > 20_000, Number(intake) <= 40_960, wanted]).toEqual([true, true, '40960']);
  const worker = readFileSync(join(kept, 'index.js'), 'utf8');
  expect(routeTable.filter(({ docs: { does } }) => worker.includes(does)).map(({ path }) => path)).toEqual([]);
  expect(routeTable.filter(({ path }) => worker.includes(path)).length).toBeGreaterThan(40);
});

it('has an Env as wrangler.toml says', () => {
  const { status, stdout, stderr } = wrangler('types', 'packages/collector/src/env.d.ts', '--include-runtime=false', '--check');
  expect(`${status} ${stdout}${stderr}`).toMatch(/^0 /);
});

it('tells the release of its package', () => {
  const { version } = JSON.parse(readFileSync('packages/collector/package.json', 'utf8')) as { version: string };
  expect(readFileSync('packages/collector/src/version.ts', 'utf8')).toContain(`VERSION = '${version}'`);
});
