import { chromium, firefox, type Browser } from 'playwright-core';
import { AGENT } from '../../doubles/AGENT.ts';

/**
 * The browser that tests and plays drive: Chromium from the system (CHROMIUM names another than /usr/bin/chromium), its
 * back/forward cache on, as visitors have it; or, where BROWSER says `firefox`, Firefox (FIREFOX names another than /usr/bin/firefox-esr).
 * @param more further switches of Chromium
 */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  if (process.env['BROWSER'] === 'firefox') {
    return firefox.launch({
      channel: 'moz-firefox', executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
      firefoxUserPrefs: { 'general.useragent.override': AGENT.replace(/AppleWebKit.*/, 'Gecko/20100101 Firefox/153.0').replace('x86_64)', 'x86_64; rv:153.0)') },
    });
  }
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic',
      '--no-first-run', '--user-agent=' + AGENT, ...more,
    ],
  });
}
