import { existsSync } from 'node:fs';
import { installChromium } from './installChromium.mjs';
import { installPackages } from './installPackages.mjs';

/** The browsers beside Chromium that Debian has: what has to be there, and the packages that bring it. */
const OTHERS = {
  firefox: { what: 'Firefox', programs: [process.env.FIREFOX ?? '/usr/bin/firefox-esr'], packages: ['firefox-esr'] },
  webkit: { what: 'WebKitGTK’s driver', programs: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'], packages: ['webkit2gtk-driver', 'xvfb'] },
};

/** Names of browsers that promises can be played in. */
export const BROWSERS = ['chromium', ...Object.keys(OTHERS)];

/** Installs one of `BROWSERS` where it is missing. */
export async function installBrowser(name, { say }) {
  if (name === 'chromium') return installChromium({ say });
  const { what, programs, packages } = OTHERS[name];
  if (!programs.every(existsSync)) await installPackages(what, packages, { say, otherwise: 'Chromium plays them, too.' });
}
