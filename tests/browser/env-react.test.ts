import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { App } from './env/react/App.js';
import { usePlace } from './env/usePlace.ts';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { SOON } from './harness/openTab.ts';
import { DIST } from './harness/serveCollector.ts';

/** The app as a host's bundler makes it, with React's development build: that one runs effects twice and tells what hydration did not find. */
async function bundle(): Promise<string> {
  const [{ output }] = await build({
    configFile: false, logLevel: 'silent', mode: 'development', define: { 'process.env.NODE_ENV': '"development"' },
    resolve: { alias: { '@tactful/sdk': `${DIST}/tactful.mjs` } },
    build: { write: false, minify: false, lib: { entry: 'tests/browser/env/react/main.js', formats: ['iife'], name: 'app' } },
  }) as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}
const app = bundle();
let code: string;
// Rendered here, in Node, where `init` is imported and nothing of a page is there.
const place = usePlace(deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] }), (path, collector) =>
  path === '/app.js' ? { script: code } : '<!doctype html>' + renderToString(createElement(App, { apiHost: path === '/' ? collector : '' })));

it('React hydrates a whole document, runs its effects twice and opens a portal undisturbed; the unmounted app leaves nothing', async () => {
  code = await app;
  const { page, visitor, wrong } = await place.visit('/');
  await page.addScriptTag({ url: '/app.js' });
  await page.evaluate((apiHost) => (window as any).hydrate(apiHost), place.collector.origin);
  await page.waitForFunction(() => (window as any).told.includes('ready'));
  expect(await page.evaluate('starts')).toBe(2);
  await page.evaluate(() => (window as any).tactful.track('stuck'));
  const widget = page.locator('tactful-widget');
  await widget.locator('.panel').waitFor();
  await page.getByRole('button', { name: 'Sizes' }).click();
  await page.locator('body > #sizes').waitFor();
  expect([await widget.count(), await page.evaluate('told')]).toEqual([1, expect.arrayContaining(['ready'])]);
  await page.getByRole('button', { name: 'Hide sizes' }).click();
  await expect.poll(() => page.locator('#sizes').count(), SOON).toBe(0);
  await page.evaluate('leave()');
  await expect.poll(() => widget.count(), SOON).toBe(0);
  const sent = place.collector.received.length;
  await page.evaluate(() => { (window as any).tactful.track('stuck'); history.pushState({}, '', '/next'); dispatchEvent(new Event('error')); });
  expect(await page.evaluate(async () => [(await navigator.locks.query()).held!.length, (window as any).told.filter((event: string) => event === 'ready').length])).toEqual([0, 1]);
  expect(place.collector.posts().filter(({ path }) => path !== '/v1/summaries')).toEqual([]);
  expect(place.collector.received.length - sent).toBeLessThanOrEqual(1);
  expect(wrong).toEqual([]);
  await visitor.close();
});

it('a widget that was there before hydration disturbs none of it', async () => {
  code = await app;
  const { page, visitor, wrong } = await place.visit('/tagged');
  await page.evaluate((origin) => { (window as any).tactfulConfig = { key: 'pk_test', consent: 'granted' }; const script = document.createElement('script'); script.src = origin + '/tactful.js'; document.head.append(script); }, place.collector.origin);
  await page.waitForFunction(() => (window as any).tactful?.version);
  await page.evaluate(() => (window as any).tactful.track('stuck'));
  const widget = page.locator('tactful-widget');
  await widget.locator('.panel').waitFor();
  await page.addScriptTag({ url: '/app.js' });
  await page.evaluate(() => (window as any).hydrate(''));
  await page.getByRole('button', { name: 'Sizes' }).click();
  await page.locator('body > #sizes').waitFor();
  expect([await widget.locator('.panel').count(), wrong]).toEqual([1, []]);
  await visitor.close();
});
