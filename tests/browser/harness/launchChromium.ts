import { chromium, type Browser } from 'playwright-core';
import { AGENT } from '../../doubles/AGENT.ts';

/**
 * Chromium from the system (CHROMIUM names another than /usr/bin/chromium). The back/forward cache stays on, as visitors have it.
 * @param more further switches
 */
export function launchChromium(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic',
      '--no-first-run', '--user-agent=' + AGENT, ...more,
    ],
  });
}
