import type { Page } from 'playwright-core';
import { compile, localize, parseConfig } from '@tactful/protocol';
import { launchBrowser } from '../../browser/harness/launchBrowser.ts';
import { kept } from '../../browser/harness/openTab.ts';
import { ready } from '../../browser/harness/openStage.ts';
import { serveCollector } from '../../browser/harness/serveCollector.ts';
import { servePages } from '../../browser/harness/servePages.ts';
import { readJson } from '../../../scripts/cli/readJson.mjs';
import { findCanaries, type Trace } from './findCanaries.ts';
import { HANDED, plantCanaries, type Canary } from './plantCanaries.ts';

export interface Flown {
  readonly planted: number;
  /** What was seen of them, and where. */
  readonly seen: readonly string[];
  /** Requests of ours that were read: address, headers, body. */
  readonly requests: number;
  /** Summaries among them, so that there was something to read. */
  readonly summaries: number;
  /** Names of ours that were read in the browser's stores. */
  readonly stores: number;
}

/** All that we keep in the browser. */
async function readStores(page: Page): Promise<readonly Trace[]> {
  const { entries } = await kept(page);
  const web = await page.evaluate(() => [sessionStorage, localStorage].flatMap((store) => Object.entries(store).filter(([key]) => key.startsWith('tactful'))));
  return [...Object.entries(entries), ...web].map(([key, value]) => ({ where: `the store’s ${key.replace(/^s:.*/, 's:…')}`, text: key + JSON.stringify(value) }));
}

/** What a visitor does on it: types, sends, points, selects, presses again and again. */
async function live(page: Page, typed: readonly string[], scripts: readonly string[]): Promise<void> {
  const fields = page.locator('#fields :is(input,textarea,[contenteditable])');
  for (const [at, secret] of typed.entries()) await fields.nth(at).pressSequentially(secret);
  await page.selectOption('select', { index: 1 });
  await page.click('#send');
  for (const button of await page.locator('body > button').all()) await button.click({ clickCount: 4 });
  for (const link of await page.locator('a').all()) await link.click();
  for (const price of await page.locator('.price, h2, p').all()) await price.hover();
  await page.evaluate(() => getSelection()!.selectAllChildren(document.body));
  for (const script of scripts) await page.evaluate(`void (() => ${script})()`);
}

/**
 * Promise 12: a shop that keeps secrets in every place it has, under the demo shop’s configuration; what left the device, headers
 * included, and what stays in our stores is read for them.
 * @param pages each with secrets of its own in some forty places
 */
export async function playCanaries({ pages, step = () => {} }: { pages: number; step?(): void }): Promise<Flown> {
  const parsed = parseConfig(readJson('examples/shop/tactful.json'));
  if (!parsed.ok) throw new Error('The shop’s configuration does not parse.');
  const config = { ...localize(compile(parsed.value, { siteId: 'test', salt: 's' }), 'en'), holdout: 0 };
  const [browser, collector] = await Promise.all([launchBrowser(), serveCollector(config)]);
  let planted = plantCanaries(0);
  const site = await servePages(({ path }, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(path.startsWith('/from/')
    ? `<a href="${planted.path}">On</a>`
    : planted.source(`<script async src="${collector.origin}/tactful.js" crossorigin="anonymous" referrerpolicy="no-referrer" data-key="pk_test" data-consent="granted"></script>`)));
  const traces: Trace[] = [];
  const stores: Trace[] = [];
  const canaries: Canary[] = [];
  try {
    const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
    const heard: Promise<unknown>[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(collector.origin)) return;
      heard.push(request.allHeaders().catch(() => request.headers()).then((headers) => {
        traces.push({ where: `${request.method()} ${new URL(request.url()).pathname}`, text: request.url() + JSON.stringify(headers) + (request.postData() ?? '') });
      }));
    });
    for (let turn = 0; turn < pages; turn++) {
      planted = plantCanaries(turn);
      canaries.push(...planted.canaries);
      const page = await context.newPage();
      await page.goto(site.origin + planted.referrer);
      await Promise.all([page.waitForURL('**/checkout/**'), page.click('a')]);
      await ready(page);
      await live(page, planted.typed, planted.scripts);
      await page.evaluate(() => (window as any).tactful.flush());
      stores.push(...await readStores(page));
      await page.close({ runBeforeUnload: true });
      step();
    }
    await Promise.all(heard);
    // What the browser says that it sent, and what came.
    traces.push(...collector.received.map(({ path, query, headers, body }) => ({ where: path, text: query + JSON.stringify(headers) + body })));
    return {
      planted: canaries.length, seen: [...findCanaries(canaries, traces), ...findCanaries(canaries.filter(({ place }) => place !== HANDED), stores)],
      requests: traces.length, summaries: collector.summaries().length, stores: stores.length,
    };
  } finally {
    await browser.close();
    await Promise.all([collector.close(), site.close()]);
  }
}
