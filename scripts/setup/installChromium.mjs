import { findChromium } from './findChromium.mjs';
import { installPackages } from './installPackages.mjs';

/** Debian's Chromium, and fonts so that Chinese and Arabic are not boxes. */
export async function installChromium({ say }) {
  if (findChromium()) return;
  const install = await installPackages('Chromium', ['chromium'], { say, otherwise: 'Or name a Chromium or Chrome in CHROMIUM=/path/to/chromium.' });
  await install(['fonts-noto-cjk', 'fonts-noto-core']).catch((error) => {
    say(`Fonts for Chinese and Arabic are missing, which only looks poorer: ${error.message}`);
  });
  if (!findChromium()) throw new Error('Chromium was installed but is not where it is expected; name it in CHROMIUM=/path/to/chromium.');
}
