import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environment } from '../setup/run.mjs';
import { PAGE_FILE } from '../build/writeVersion.mjs';

const execute = promisify(execFile);

/** The name under which releases are published. */
export const NAME = JSON.parse(await readFile(new URL('../../packages/sdk/package.json', import.meta.url), 'utf8')).name;

/**
 * Brings a release as npm does, from the registry that npm is set up with.
 * @param spec what npm is asked for: `name@version`, or the path of a tarball
 * @param version what it has to be
 * @param integrity of the tarball, where it is known already
 * @returns `{ integrity, files }`: of the tarball, and the page's files in it as `[[name, bytes], …]`
 */
export async function fetchRelease({ spec, version, integrity }) {
  const folder = await mkdtemp(join(tmpdir(), 'tactful-release-'));
  const run = (command, ...args) => execute(command, args, { cwd: folder, env: environment() });
  try {
    await run('npm', 'pack', spec, '--ignore-scripts', '--loglevel=error').catch(({ stderr, message }) => {
      throw new Error(`Release ${version} can't be brought: npm pack ${spec} failed.\n${(stderr ?? message).trim()}`);
    });
    const [tarball] = await readdir(folder);
    const found = `sha512-${createHash('sha512').update(await readFile(join(folder, tarball))).digest('base64')}`;
    if (integrity !== undefined && found !== integrity) throw new Error(`Release ${version} is not what was released: its tarball has ${found}, packages/sdk/releases.json says ${integrity}.`);
    await run('tar', '-xzf', tarball);
    const manifest = JSON.parse(await readFile(join(folder, 'package/package.json'), 'utf8'));
    if (manifest.name !== NAME || manifest.version !== version) throw new Error(`${spec} is ${manifest.name}@${manifest.version}, not ${NAME}@${version}.`);
    const dist = join(folder, 'package/dist');
    const names = (await readdir(dist)).filter((name) => PAGE_FILE.test(name)).sort();
    if (!names.includes('tactful.js')) throw new Error(`Release ${version} has no dist/tactful.js.`);
    return { integrity: found, files: await Promise.all(names.map(async (name) => [name, await readFile(join(dist, name))])) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
