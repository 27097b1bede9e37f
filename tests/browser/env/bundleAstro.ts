import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** Installed whole, Astro is hundreds of packages; its router is a few files of its own that need none of them. */
const ASTRO = { version: '7.3.5', integrity: 'sha512-1p/ernaq/RuESbM5NMjWzbO6SiebMGrGcYlGjMfBhzzgM+n/X7AUmVyw8BqW2QYCdivpsHwJBcD1fqmlTZjZHg==' };
const WANTED = ['package.json', 'components/ClientRouter.astro', 'dist/transitions', 'dist/prefetch', 'dist/virtual-modules', 'dist/runtime/server/render/server-islands-shared.js'];
const ROOM = resolve(`.tactful/packed/astro-${ASTRO.version}`);
const HOME = join(ROOM, 'node_modules/astro');

/** Fetches Astro's package as npm does, once per clone, and keeps the router's files. */
function unpackAstro(): void {
  if (existsSync(HOME)) return;
  const folder = mkdtempSync(join(tmpdir(), 'tactful-astro-'));
  const run = (command: string, ...args: string[]): string => execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [packed] = JSON.parse(run('npm', 'pack', `astro@${ASTRO.version}`, '--json', '--loglevel=error')) as [{ filename: string; integrity: string }];
  if (packed.integrity !== ASTRO.integrity) throw new Error(`astro@${ASTRO.version} is not the package that was reviewed: ${packed.integrity}`);
  run('tar', '-xzf', packed.filename, ...WANTED.map((path) => `package/${path}`));
  mkdirSync(join(ROOM, 'node_modules'), { recursive: true });
  cpSync(join(folder, 'package'), HOME, { recursive: true });
  rmSync(folder, { recursive: true });
}

/** The script of Astro's `<ClientRouter />` as `astro build` puts it on a page that says nothing of prefetching, through Astro's own plugins. */
export async function bundleAstro(): Promise<string> {
  unpackAstro();
  const plugin = async (path: string): Promise<Plugin> => (await import(join(HOME, path))).default({ settings: { config: { experimental: { clientPrerender: false } } } });
  const entry = join(HOME, 'components/ClientRouter.astro.ts');
  const script = /<script>([^]*)<\/script>/.exec(readFileSync(join(HOME, 'components/ClientRouter.astro'), 'utf8'))![1]!;
  const rest: Plugin = {
    name: 'astro',
    resolveId: (id) => id === entry ? id : id === 'virtual:astro:adapter-config/client' ? '\0' + id : null,
    load: (id) => id === entry ? script : id.startsWith('\0virtual:astro') ? 'export const internalFetchHeaders = {};' : null,
  };
  const [{ output }] = await build({
    root: ROOM, configFile: false, logLevel: 'error',
    plugins: [rest, await plugin('dist/transitions/vite-plugin-transitions.js'), await plugin('dist/prefetch/vite-plugin-prefetch.js')],
    build: { write: false, lib: { entry, formats: ['es'] } },
  }) as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}
