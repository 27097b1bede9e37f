import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unstable_readConfig as readConfig } from 'wrangler';
import { expect, it, onTestFinished } from 'vitest';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { readTarget } from '../../scripts/deploy/readTarget.mjs';
import { ownConfig } from './harness/ownConfig.ts';

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

it('would deploy staging as a Worker of its own, with every binding that production has, by wrangler’s own word', () => {
  const { status, stdout, stderr } = wrangler('deploy', '--dry-run', '--env', 'staging');
  // Wrangler warns of what stands at the top of the file alone, and is not handed on.
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^env\.DB \(tactful-staging\) +D1 Database/m);
  const { unsafe: _unsafe, ...top } = readConfig({ config: 'wrangler.toml', env: '' });
  const { unsafe: _none, ...staging } = readConfig({ config: 'wrangler.toml', env: 'staging' });
  expect(staging).toEqual({ ...top, name: 'tactful-staging', targetEnvironment: 'staging', routes: [], d1_databases: [{ ...top.d1_databases[0], database_name: 'tactful-staging' }] });
});

it('deploys to no address of production’s from staging, and to no database that is not told or another environment’s', () => {
  const room = mkdtempSync(join(tmpdir(), 'tactful-target-'));
  onTestFinished(() => rmSync(room, { recursive: true }));
  const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
  const withIds = (...ids: readonly string[]): string => ownConfig(room, (written) => {
    const rest = [...ids];
    return written.replace(/^workers_dev = true$/m, '$&\nroutes = [{ pattern = "cx.example.com", custom_domain = true }]').replaceAll(/^database_id = .*$/gm, () => `database_id = "${rest.shift()}"`);
  });
  const config = withIds(id('1'), id('2'));
  expect([readTarget({ config }), readTarget({ config, env: 'staging' })]).toEqual([{ name: 'tactful' }, { name: 'tactful-staging' }]);
  expect(['', 'staging'].map((env) => readConfig({ config, env }).routes)).toEqual([[{ pattern: 'cx.example.com', custom_domain: true }], []]);
  expect(() => readTarget({ config, env: 'prod' })).toThrow(`${config} has no environment "prod"; it has staging.`);
  expect(() => readTarget({ config: withIds(id('1'), id('1')), env: 'staging' })).toThrow(`${config} gives staging the database of production (${id('1')}).`);
  expect(() => readTarget({ config: withIds(id('1'), id('0').replaceAll(/[48]/g, '0')), env: 'staging' })).toThrow(`${config} has no id for the database tactful-staging yet: npx wrangler d1 create tactful-staging prints it.`);
});

it.each([
  ['bucket', 'archive', '[[r2_buckets]]\nbinding = "ARCHIVE"\nbucket_name = "archive"'],
  ['queue', 'notes', '[[queues.producers]]\nbinding = "ARCHIVE_QUEUE"\nqueue = "notes"'],
  ['queue', 'notes', '[[queues.consumers]]\nqueue = "notes"'],
  ['dataset', 'figures', '[[analytics_engine_datasets]]\nbinding = "ANALYTICS"\ndataset = "figures"'],
  ['quota', '1001', '[[ratelimits]]\nname = "KEY_QUOTA"\nnamespace_id = "1001"\nsimple = { limit = 9, period = 10 }'],
])('deploys with no %s of another environment’s', (kind, name, bound) => {
  const room = mkdtempSync(join(tmpdir(), 'tactful-target-'));
  onTestFinished(() => rmSync(room, { recursive: true }));
  const bind = (staging: string): string => ownConfig(room, (written) => {
    let id = 0;
    return `${written.replaceAll(/^database_id = .*$/gm, () => `database_id = "${++id}"`).replace(/^\[version_metadata\]$/m, `${bound}\n\n$&`)}\n${bound.replace('[[', '[[env.staging.').replace(name, staging)}\n`;
  });
  const own = bind('7007');
  expect(['', 'staging'].map((env) => readTarget({ config: own, env }).name)).toEqual(['tactful', 'tactful-staging']);
  const config = bind(name);
  for (const [env, other] of [['', 'staging'], ['staging', 'production']] as const) expect(() => readTarget({ config, env })).toThrow(`${config} gives ${env || 'production'} the ${kind} of ${other} (${name}).`);
});

it('has an Env as wrangler.toml says', () => {
  const { status, stdout, stderr } = wrangler('types', 'packages/collector/src/env.d.ts', '--include-runtime=false', '--check');
  expect(`${status} ${stdout}${stderr}`).toMatch(/^0 /);
});

it('tells the release of its package', () => {
  const { version } = JSON.parse(readFileSync('packages/collector/package.json', 'utf8')) as { version: string };
  expect(readFileSync('packages/collector/src/version.ts', 'utf8')).toContain(`VERSION = '${version}'`);
});
