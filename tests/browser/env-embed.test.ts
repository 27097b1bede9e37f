import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { usePlace } from './env/usePlace.ts';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { ready } from './harness/openStage.ts';
import { SOON } from './harness/openTab.ts';
import { DIST } from './harness/serveCollector.ts';

/** Ways the script comes to a page, and pages that it may only half be on. */
const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8')) as { version: string };
const hashOf = (file: string): string => `sha384-${createHash('sha384').update(readFileSync(`${DIST}/${file}`)).digest('base64')}`;
const FILES = ['tactful-ship.js', 'tactful-act.js', 'tactful-widget.js'];
const tag = (collector: string, more = ''): string => `<script async src="${collector}/tactful.js" crossorigin="anonymous" data-key="pk_test" data-consent="granted" ${more}></script>`;
const page = (head: string, body = ''): string => `<!doctype html><html lang="en"><head><title>Shop</title>${head}</head><body><h1>Shop</h1>${body}</body></html>`;
const PAGES: Record<string, (collector: string) => string> = {
  '/hashed': (collector) => {
    const folder = `${collector}/v/${version}/`;
    return page(`<script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(FILES.map((file) => [folder + file, hashOf(file)])) })}</script>
<script>window.tactful=function(){(tactful.q=tactful.q||[]).push(arguments)};tactful('track','stuck')</script>
<script async src="${folder}tactful.js" integrity="${hashOf('tactful.js')}" crossorigin="anonymous" data-key="pk_test" data-consent="granted"></script>`);
  },
  '/sandboxed': () => page('', '<iframe src="/inside" sandbox="allow-scripts" width="900" height="700"></iframe>'),
  '/inside': (collector) => page(tag(collector)),
  '/managed': () => page('<script>window.inject=(html)=>{const box=document.createElement("div");box.innerHTML=html;document.body.append(box);for(const script of box.querySelectorAll("script")){const copy=document.createElement("script");for(const{name,value}of script.attributes)copy.setAttribute(name,value);copy.text=script.text;script.replaceWith(copy)}}</script>'),
};
const place = usePlace(deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] }), (path, collector) => PAGES[path]!(collector));
const drawn = (from: Pick<Page, 'locator'>): Promise<void> => from.locator('tactful-widget .panel').waitFor();

it('the versioned file and those that it loads hold to the published hashes', async () => {
  const { page: seen, visitor, wrong } = await place.visit('/hashed');
  await drawn(seen);
  expect(wrong).toEqual([]);
  await visitor.close();
});

it.each([['tactful.js', 'undefined', 0], ['tactful-ship.js', 'function', 1]])('%s with one byte more is refused, and the page is unharmed', async (file, is, messages) => {
  const { page: seen, visitor, wrong } = await place.visit('/hashed', (context) => context.route(`**/v/*/${file}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: await response.text() + ' ' });
  }));
  await expect.poll(() => wrong.filter((text) => /integrity/.test(text)).length, SOON).toBeGreaterThan(0);
  expect(await seen.evaluate(() => typeof ((window as any).tactful.version && (window as any).tactful))).toBe(is);
  // Without the file that keeps and sends, the page is on its own: it helps, and keeps nothing.
  await expect.poll(() => seen.locator('tactful-widget .panel').count(), SOON).toBe(messages);
  expect([wrong.filter((text) => !/integrity|Failed to load/.test(text)), await seen.evaluate(async () => [sessionStorage.length, (await indexedDB.databases()).length])]).toEqual([[], [0, 0]]);
  expect(place.collector.posts()).toEqual([]);
  await visitor.close();
});

it('a sandboxed frame of no origin: it helps from memory, keeps nothing and sends nothing', async () => {
  const { page: outer, visitor, wrong } = await place.visit('/sandboxed');
  const frame = outer.frames().find((one) => one.url().endsWith('/inside'))!;
  await ready(frame as unknown as Page);
  expect(await frame.evaluate(() => { try { return sessionStorage.length; } catch (error) { return (error as Error).name; } })).toBe('SecurityError');
  await frame.evaluate(() => (window as any).tactful.track('stuck'));
  await drawn(frame as unknown as Page);
  await frame.evaluate(() => { const { tactful } = window as any; tactful.page(); tactful.consent('granted'); return tactful.flush(); });
  expect(place.collector.posts()).toEqual([]);
  expect(wrong).toEqual([]);
  await visitor.close();
});

it('a tag manager’s snippet, also when the manager fires it twice', async () => {
  const guide = readFileSync('docs/guides/environments.md', 'utf8');
  const [, snippet] = /```html\n(<script>\n[^]*?tactfulConfig[^]*?)```/.exec(guide)!;
  const { page: seen, visitor, wrong } = await place.visit('/managed');
  const html = snippet!.replaceAll('https://cx.example.com', place.collector.origin).replaceAll('pk_demo', 'pk_test');
  const warned: string[] = [];
  seen.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
  await seen.evaluate((text) => { (window as any).inject(text); (window as any).inject(text); }, html);
  await ready(seen);
  await seen.evaluate((text) => (window as any).inject(text), html);
  await expect.poll(() => warned, SOON).toEqual(['tactful: loaded twice', 'tactful: loaded twice']);
  await seen.evaluate(() => (window as any).tactful('track', 'stuck'));
  await drawn(seen);
  expect([await seen.locator('tactful-widget').count(), place.collector.received.filter(({ path }) => path === '/v1/config').length, wrong]).toEqual([1, 1, []]);
  await visitor.close();
});

it('a manager that runs the file’s text, not its address: the configuration says where the other files are', async () => {
  const { page: seen, visitor, wrong } = await place.visit('/managed');
  await seen.evaluate(([text, apiHost]) => {
    (window as any).tactfulConfig = { key: 'pk_test', apiHost, consent: 'granted' };
    (0, eval)(text!);
  }, [readFileSync(`${DIST}/tactful.js`, 'utf8'), place.collector.origin]);
  await ready(seen);
  await seen.evaluate(() => (window as any).tactful('track', 'stuck'));
  await drawn(seen);
  expect(wrong).toEqual([]);
  await visitor.close();
});
