import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined);

/** True when what is installed in a folder is what its lockfile names. A package for another platform may be missing. */
export function isInstalled(folder = '.') {
  const wanted = read(join(folder, 'package-lock.json'));
  const installed = read(join(folder, 'node_modules/.package-lock.json'));
  if (!installed || !existsSync(join(folder, 'node_modules/.bin'))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link || !path.includes('node_modules/')) return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true || entry.peer === true;
  });
}

/** `npm ci`, unless nothing changed since. */
export async function installDependencies({ say }) {
  if (!isInstalled()) {
    say('Installing packages (npm ci) …');
    await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  }
  await installNode({ say });
}

/** npm's package `node` fetches its binary in an install script, which newer npm may hold back; then it is run here. */
async function installNode({ say }) {
  if (existsSync('node_modules/node/bin/node') || process.platform === 'win32') return;
  say('Installing Node 24 …');
  await run(process.execPath, ['installArchSpecificPackage'], { cwd: 'node_modules/node' });
}
