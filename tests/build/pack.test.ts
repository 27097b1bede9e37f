import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from './listFiles.ts';

const room = mkdtempSync(join(tmpdir(), 'tactful-pack-'));
const FIXTURES = join(ROOT, 'tests/build/fixtures');
const run = (command: string, args: string[], cwd: string): string => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let packed: string[];

/** An app of its own with the tarball installed by npm, and nothing else of ours in reach. */
function makeApp(name: string): string {
  const app = join(room, name);
  cpSync(join(FIXTURES, name), app, { recursive: true });
  // The one dependency comes as a tarball, too: the registry is not asked.
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', join(room, 'sdk.tgz'), join(room, 'idb-keyval.tgz')], app);
  return app;
}

async function bundle(app: string, entry: string): Promise<{ file: string; code: string }[]> {
  const outDir = join(app, 'out', entry);
  await build({ root: app, configFile: false, logLevel: 'silent', build: { outDir, emptyOutDir: true, minify: true, modulePreload: false, rollupOptions: { input: join(app, entry) } } });
  return readdirSync(join(outDir, 'assets')).filter((file) => file.endsWith('.js')).map((file) => ({ file, code: readFileSync(join(outDir, 'assets', file), 'utf8') }));
}

beforeAll(() => {
  const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--loglevel=silent', '--pack-destination', room], join(ROOT, 'packages/sdk'))) as [{ filename: string; files: { path: string }[] }];
  packed = files.map(({ path }) => path);
  cpSync(join(room, filename), join(room, 'sdk.tgz'));
  const [dependency] = JSON.parse(run('npm', ['pack', '--json', '--loglevel=silent', '--ignore-scripts', '--pack-destination', room], join(ROOT, 'node_modules/idb-keyval'))) as [{ filename: string }];
  cpSync(join(room, dependency.filename), join(room, 'idb-keyval.tgz'));
}, 120_000);
afterAll(() => rmSync(room, { recursive: true, force: true }));

it('packs built files, their types, the license and no source', () => {
  expect(packed.filter((path) => !/^(dist\/(tactful(-(ship|domain|act|sense|shop|consent|user|pixel|widget|talk|survey|data|helped|debug|pull|node|engine))?\.m?js|types\/[\w/]+\.d\.ts)|bin\/\w+\.mjs|package\.json|README\.md|LICENSE)$/.test(path))).toEqual([]);
  expect(packed).toEqual(expect.arrayContaining(['dist/tactful.mjs', 'dist/tactful-ship.mjs', 'dist/tactful-domain.mjs', 'dist/tactful-act.mjs', 'dist/tactful-widget.mjs', 'dist/tactful-talk.mjs', 'dist/tactful-survey.mjs', 'dist/tactful-data.mjs', 'dist/tactful-helped.mjs', 'dist/tactful-debug.mjs', 'dist/tactful-sense.mjs', 'dist/tactful-shop.mjs', 'dist/tactful-consent.mjs', 'dist/tactful-user.mjs', 'dist/tactful-pixel.mjs', 'dist/tactful-engine.mjs', 'dist/tactful-pull.mjs', 'dist/tactful-node.mjs', 'bin/tactful.mjs', 'dist/types/sdk/index.d.ts', 'LICENSE', 'README.md']));
  // What the console and the staff's API speak of is none of a page's.
  expect(packed.filter((path) => /admin|console|source|staff/.test(path))).toEqual([]);
  const app = makeApp('vite');
  expect(JSON.parse(readFileSync(join(app, 'node_modules/@tactful/sdk/package.json'), 'utf8'))).toMatchObject({
    license: 'Apache-2.0', sideEffects: false, types: './dist/types/sdk/index.d.ts', engines: { node: '>=20' }, description: expect.any(String), keywords: expect.any(Array),
  });
  const manifest = readFileSync(join(app, 'node_modules/@tactful/sdk/package.json'), 'utf8');
  expect(manifest).not.toMatch(/"source"|\.\.\/|@tactful\/(engine|protocol)/);
  expect(run(join(app, 'node_modules/.bin/tactful'), ['--help'], app)).toMatch(/^tactful pull --host URL/);
  rmSync(app, { recursive: true });
});

it('is put back as it was after packing', () => {
  expect(run('git', ['status', '--porcelain', '--', 'packages/sdk/package.json.kept', 'packages/sdk/LICENSE'], ROOT)).toBe('');
  expect(readFileSync(join(ROOT, 'packages/sdk/package.json'), 'utf8')).toContain('"source"');
});

it('checks types, splits the other files off and is tree-shaken in an empty Vite app', async () => {
  const app = makeApp('vite');
  expect(run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', '.'], app)).toBe('');
  const used = await bundle(app, 'used.html');
  expect(used.map(({ file }) => file.replace(/-[\w-]{8}\.js$/, '')).sort()).toEqual(['tactful-act', 'tactful-consent', 'tactful-data', 'tactful-debug', 'tactful-domain', 'tactful-helped', 'tactful-sense', 'tactful-ship', 'tactful-shop', 'tactful-survey', 'tactful-talk', 'tactful-user', 'tactful-widget', 'used']);
  expect(used.find(({ file }) => file.startsWith('used'))!.code).toContain('pk_demo');
  const [unused] = await bundle(app, 'unused.html');
  // `init` is imported and not called: nothing of the SDK is left.
  expect(unused!.code.trim()).toMatch(/^console\.log\(.{1,40}\);?$/);
});

it('does nothing and throws nothing when a server renders with it', async () => {
  const app = makeApp('server');
  expect(run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', '.'], app)).toBe('');
  await build({ root: app, configFile: false, logLevel: 'silent', build: { ssr: join(app, 'render.ts'), outDir: join(app, 'out') } });
  writeFileSync(join(app, 'ask.mjs'), "import { render } from './out/render.js';\nconsole.log(await render());\n");
  expect(run('node', ['ask.mjs'], app).trim()).toBe('<p>0 traces, summary null, fine</p>');
});
