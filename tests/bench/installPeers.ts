import { fileURLToPath } from 'node:url';
import { isInstalled } from '../../scripts/setup/installDependencies.mjs';
import { run } from '../../scripts/setup/run.mjs';

const ROOM = fileURLToPath(new URL('.', import.meta.url));

/** `npm ci` of the peers, unless nothing changed since. No script of theirs is run, so nothing fetches more than its package. */
export async function installPeers(say: (what: string) => void): Promise<void> {
  if (isInstalled(ROOM)) return;
  say('installing the peers (npm ci) …');
  await run('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: ROOM });
}
