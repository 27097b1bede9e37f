import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { copyTree } from './start/copyTree.ts';

let tree: string;
beforeAll(() => {
  tree = copyTree();
  const bin = join(tree, 'node_modules/.bin');
  rmSync(bin);
  mkdirSync(bin);
  // In wrangler's place, which would ask for an account: it writes down what it was asked for.
  writeFileSync(join(bin, 'wrangler'), '#!/bin/sh\nprintf "%s\\n" "$*" >> asked\n', { mode: 0o755 });
  const ids = ['11111111-0000-4000-8000-000000000000', '22222222-0000-4000-8000-000000000000'];
  const config = join(tree, 'wrangler.toml');
  writeFileSync(config, readFileSync(config, 'utf8').replaceAll(/^database_id = .*$/gm, () => `database_id = "${ids.shift()}"`));
});
beforeEach(() => { for (const file of ['asked', 'built']) rmSync(join(tree, file), { force: true }); });
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const read = (file: string): string => (existsSync(join(tree, file)) ? readFileSync(join(tree, file), 'utf8') : '');
/** `npm run deploy` in this tree, with npm kept from the network. */
function deploy(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/deploy.mjs', ...args], { cwd: tree, encoding: 'utf8', env: { ...process.env, npm_config_offline: 'true' } });
  return { status, stdout, stderr, built: read('built'), asked: read('asked') };
}

it.each([[[], 'tactful', ''], [['--env', 'staging'], 'tactful-staging', 'staging']] as const)('npm run deploy %j: the build, that database’s migrations, then that Worker', (args, name, env) => {
  expect(deploy(...args)).toEqual({
    status: 0, stdout: `${name} 0.1.0, and releases of before: none\n`, stderr: '', built: 'once ', asked: `d1 migrations apply DB --remote --env=${env}\ndeploy --env=${env}\n`,
  });
});

it('a release that can’t be brought stops it before anything has changed', () => {
  const list = join(tree, 'packages/sdk/releases.json');
  const before = readFileSync(list, 'utf8');
  writeFileSync(list, JSON.stringify([{ version: '0.0.1', date: '2026-01-01', integrity: `sha512-${'A'.repeat(86)}==` }]));
  expect(deploy()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Release 0\.0\.1 can't be brought: npm pack @tactful\/sdk@0\.0\.1 failed\.\n/), built: 'once ', asked: '' });
  writeFileSync(list, before);
});
