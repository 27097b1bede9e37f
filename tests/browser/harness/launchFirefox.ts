import { firefox, type Browser } from 'playwright-core';
import { AGENT } from '../../doubles/AGENT.ts';

/**
 * Firefox from the system (FIREFOX names another than /usr/bin/firefox-esr).
 * @param folder where it leaves reports on its memory when it is asked to (`openScale`); none otherwise
 */
export function launchFirefox(folder?: string): Promise<Browser> {
  return firefox.launch({
    channel: 'moz-firefox', executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    ...(folder && { env: { ...process.env, TMPDIR: folder } as Record<string, string> }),
    firefoxUserPrefs: {
      'general.useragent.override': AGENT.replace(/AppleWebKit.*/, 'Gecko/20100101 Firefox/153.0').replace('x86_64)', 'x86_64; rv:153.0)'),
      ...(folder && { 'memory_info_dumper.watch_fifo.enabled': true, 'memory_info_dumper.watch_fifo.directory': folder }),
    },
  });
}
