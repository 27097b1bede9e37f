import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { serveCollector } from './harness/serveCollector.ts';
import { servePages } from './harness/servePages.ts';

/** Asks the engine of the page that is seen for a message, and tells what came of it. */
const FIRST = `addEventListener('tactful:message:shown', () => fetch('/first').then(() => { location.href = '/next'; }));
fetch('/prerendered').then(() => tactful('track', 'stuck'));`;
/** Says that it ran while nobody saw it, once the script had its time; and as it is seen, what the engine thinks. */
const NEXT = `addEventListener('load', () => fetch('/ping').then(() => fetch('/ran?' + document.prerendering)));
document.addEventListener('prerenderingchange', () => tactful('ready', async () => {
  tactful('track', 'stuck');
  const [{ gates }] = await tactful.explain('help');
  fetch('/told', { method: 'POST', body: JSON.stringify({ views: tactful.summary().counts.page_views, shut: gates.filter(({ passed }) => !passed).map(({ gate }) => gate) }) });
}));`;

/** Chromium as a visitor has it: one that is driven from outside does not prerender. */
function openBrowser(url: string): { close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-prerender-'));
  const browser = spawn(process.env['CHROMIUM'] ?? '/usr/bin/chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', `--user-data-dir=${folder}`, url], { stdio: 'ignore' });
  const gone = new Promise<void>((done) => browser.once('exit', () => done()));
  return {
    async close() {
      browser.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

it('a page that is prerendered asks for nothing, and begins with what is kept as it is seen', async () => {
  const collector = await serveCollector(deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }], { frequency: { session: 1 } })] }));
  let seen: ServerResponse | undefined;
  let configs = NaN;
  let tell: (told: unknown) => void;
  const told = new Promise((resolve) => { tell = resolve; });
  const site = await servePages(({ path, url, body }, response) => {
    const html = (script: string, more = '') => response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Shop</title>${more}
<script>window.tactful=window.tactful||function(){(tactful.q=tactful.q||[]).push(arguments)}</script>
<script src="${collector.origin}/tactful.js" crossorigin="anonymous" data-key="pk_test" data-consent="granted"></script><h1>Shop</h1><script>${script}</script>`);
    const asked = (): number => collector.received.filter((one) => one.path === '/v1/config').length;
    if (path === '/') return html(FIRST, '<script type="speculationrules">{"prerender":[{"source":"list","urls":["/next"],"eagerness":"immediate"}]}</script>');
    if (path === '/next') return html(NEXT);
    if (path === '/prerendered') return void (seen = response);
    if (path === '/ran') {
      expect(url).toBe('/ran?true');
      configs = asked();
      seen!.end();
    } else if (path === '/told') tell({ ...JSON.parse(body), configs: [configs, asked()] });
    response.end();
  });
  const browser = openBrowser(site.origin);
  try {
    expect(await told).toEqual({ views: 2, shut: expect.arrayContaining(['frequency']), configs: [1, 2] });
  } finally {
    await browser.close();
    await Promise.all([site.close(), collector.close()]);
  }
});
