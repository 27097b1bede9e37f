/** From a fresh clone to everything the other commands need: `node scripts/setup.mjs [--chromium]`. Quick when nothing is missing. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installChromium } from './setup/installChromium.mjs';
import { installDependencies } from './setup/installDependencies.mjs';

/** Packages, Node 24 and, where asked for, Chromium. Runs on Node 20 with no package installed. */
export async function setup({ chromium = false, say = console.log } = {}) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`Node 20 or newer is needed to set up; this is ${process.version}.`);
  await installDependencies({ say });
  if (chromium) await installChromium({ say });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  try {
    await setup({ chromium: process.argv.includes('--chromium') });
    console.log('Everything is in place.');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
