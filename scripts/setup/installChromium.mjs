import { existsSync } from 'node:fs';
import { findChromium } from './findChromium.mjs';
import { run } from './run.mjs';

/** Debian's Chromium, and fonts so that Chinese and Arabic are not boxes. */
export async function installChromium({ say }) {
  if (findChromium()) return;
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error('No Chromium was found, and there is no apt-get to install it with. Install Chromium or Chrome and name it in CHROMIUM=/path/to/chromium.');
  }
  const root = process.getuid?.() === 0;
  if (!root && !existsSync('/usr/bin/sudo')) {
    throw new Error('No Chromium was found. As root: apt-get update && apt-get install -y chromium; or name one in CHROMIUM=/path/to/chromium.');
  }
  const apt = (...args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  say('Installing Chromium (apt-get install chromium) …');
  await apt('update', '-qq');
  await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  await apt('install', '-y', '-qq', '--no-install-recommends', 'fonts-noto-cjk', 'fonts-noto-core').catch((error) => {
    say(`Fonts for Chinese and Arabic are missing, which only looks poorer: ${error.message}`);
  });
  if (!findChromium()) throw new Error('Chromium was installed but is not where it is expected; name it in CHROMIUM=/path/to/chromium.');
}
