import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * Installs Debian's packages.
 * @param what they are for, as it is said to people
 * @param otherwise what to do where they can't be installed
 * @returns installs more of them
 */
export async function installPackages(what, packages, { say, otherwise }) {
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`No ${what} was found, and there is no apt-get to install it with. ${otherwise}`);
  const root = process.getuid?.() === 0;
  if (!root && !existsSync('/usr/bin/sudo')) throw new Error(`No ${what} was found. As root: apt-get update && apt-get install -y ${packages.join(' ')}. ${otherwise}`);
  const apt = (...args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  const install = (names) => apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  say(`Installing ${what} (apt-get install ${packages.join(' ')}) …`);
  await apt('update', '-qq');
  await install(packages);
  return install;
}
