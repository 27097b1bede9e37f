import { chromium, type Browser } from 'playwright-core';
import { AGENT } from '../../doubles/AGENT.ts';
import { launchFirefox } from './launchFirefox.ts';

/** What Playwright turns off by the same switch, of which Chromium hears the last alone (`chromiumSwitches.ts` of playwright-core 1.64). */
const PLAYWRIGHTS = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'DialMediaRouteProvider', 'GlobalMediaControls', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'PaintHolding',
  'ThirdPartyStoragePartitioning', 'BlockOriginHeaderModificationOnRedirect', 'Translate', 'AutoDeElevate', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled',
];
/** Pages of the browser's own behind its address bar, which every window loads and nobody sees here: more than half of what opening one costs. */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/**
 * The browser that tests and plays drive: Chromium from the system (CHROMIUM names another than /usr/bin/chromium), its
 * back/forward cache on, as visitors have it; or Firefox, where BROWSER says `firefox`.
 * @param more further switches of Chromium
 */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  if (process.env['BROWSER'] === 'firefox') return launchFirefox();
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic',
      '--no-first-run', `--disable-features=${[...PLAYWRIGHTS, ...UNSEEN].join()}`, '--user-agent=' + AGENT, ...more,
    ],
  });
}
