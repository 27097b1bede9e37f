/**
 * `npm run reproduce`: builds this clone twice, in two folders of other depths, with other time zones and languages, and compares what pages load,
 * what the Worker serves and the package for npm, byte for byte. Exits 1 when anything differs; then both builds are left to look at.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readArguments } from './cli/readArguments.mjs';
import { copyClone } from './reproduce/copyClone.mjs';
import { differences } from './reproduce/differences.mjs';
import { environment, run } from './setup/run.mjs';

readArguments({ usage: 'npm run reproduce   takes no arguments.', most: 0 });
const ROOM = resolve('.tactful/reproduce');
const BUILDS = [
  { folder: join(ROOM, 'one'), TZ: 'UTC', LC_ALL: 'C' },
  { folder: join(ROOM, 'somewhere/else/altogether'), TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
];
/** What is compared; `packed` is the package, as npm packs it. */
const COMPARED = ['packages/sdk/dist', 'packages/collector/assets', 'packed'];

async function build({ folder, ...vars }) {
  await copyClone(folder);
  const env = { ...environment(), ...vars };
  const quietly = (...args) => run('npm', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  await quietly('run', '--silent', 'build');
  const packed = join(folder, 'packed');
  await mkdir(packed);
  await quietly('pack', '--silent', '-w', 'packages/sdk', '--pack-destination', packed);
}

await rm(ROOM, { recursive: true, force: true });
await Promise.all(BUILDS.map(build));
let wrong = false;
for (const part of COMPARED) {
  const { count, differ } = await differences(...BUILDS.map(({ folder }) => join(folder, part)));
  console.log(`${part}: ${count} files, ${differ.length ? `${differ.length} differ: ${differ.join(', ')}` : 'the same in both'}`);
  wrong ||= differ.length > 0 || count === 0;
}
if (wrong) process.exitCode = 1;
else await rm(ROOM, { recursive: true });
