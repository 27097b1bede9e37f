import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pull } from '../../packages/sdk/bin/pull.mjs';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite, type TestSite } from '../worker/harness/makeSite.ts';
import { readRows } from '../worker/harness/readRows.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';
import { ready } from './harness/openStage.ts';
import { servePages, type Served } from './harness/servePages.ts';
import { openShadow } from './widget/openShadow.ts';

let stage: ConsoleStage;
let site: TestSite;
let shop: Served;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'tactful-self-'));
beforeAll(async () => {
  stage = await openConsole();
  const [stall, hello] = STALL.campaigns;
  site = await makeSite(stage.running, { id: 'shop', source: { ...STALL, holdout: 0, campaigns: [{ ...stall, status: 'draft' }, { ...hello, status: 'live', control: 0 }, { ...stall, id: 'stuck', name: 'Stuck', trigger: { any: [{ on: 'event', name: 'stuck' }] }, control: 0 }] }, shards: 1 });
  await stage.addStaff(['shop']);
  const tag = (src: string) => `<script async src="${src}/tactful.js" crossorigin="anonymous" data-key="${site.key}" data-api-host="${stage.running.origin}" data-consent="granted"></script>`;
  // `/own/…` is served by the shop itself, with what was pulled; its pages have the configuration in them.
  shop = await servePages(({ path }, response) => {
    if (path.endsWith('.js')) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(folder, path)));
    const own = path.startsWith('/own') && `<script>window.tactfulConfig={config:${readFileSync(join(folder, 'config.json'), 'utf8')}}</script>${tag('/own')}`;
    return response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><title>Shop</title>${own || tag(stage.running.origin)}<h1>Shop</h1>`);
  });
  await callAdmin(stage.running, 'sites/shop/origins', { method: 'PUT', body: { origins: [shop.origin] } });
  ({ page } = await stage.open('#/shop/campaigns'));
  await stage.signIn(page);
});
afterAll(async () => {
  await stage.close();
  await shop.close();
  rmSync(folder, { recursive: true });
});

it('from the console to the shop’s own page: a draft is drawn there, and nothing of it is counted or claimed', async () => {
  await page.getByRole('article', { name: 'Stalled at checkout' }).getByRole('button', { name: 'Preview on your site' }).click();
  const where = page.getByLabel('Page of your site to look at it on');
  expect(await where.inputValue()).toBe(`${shop.origin}/`);
  await where.fill('https://elsewhere.example/');
  await page.getByText(`Give an address on ${shop.origin}.`).waitFor();
  await where.fill(`${shop.origin}/basket`);
  await page.context().addInitScript(openShadow);
  const [seen] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Open the preview' }).click()]);
  await seen.getByRole('heading', { name: 'Free shipping' }).waitFor();
  await seen.getByText('Preview', { exact: true }).waitFor();
  await seen.getByRole('button', { name: 'Get code' }).click();
  expect(await seen.getByLabel('Your code').inputValue()).toBe('PREVIEW');
  await seen.evaluate(() => (window as any).tactful.flush());
  const offers = await (await callAdmin(stage.running, 'sites/shop/offers')).json() as { id: string; claimed: number }[];
  expect(offers.find(({ id }) => id === 'freeship')).toMatchObject({ claimed: 0 });
  const stored = await readRows(stage.running, site, { query: 'SELECT summary FROM sessions', shards: 1 });
  expect(stored.map(({ summary }) => JSON.parse(String(summary)))).toMatchObject([{ exposures: [], goals: [], gates: {} }]);
  expect(await readRows(stage.running, site, { query: 'SELECT * FROM exposures', shards: 1 })).toEqual([]);
});

it('a bundle that was pulled shows without a request for configuration or files', async () => {
  await pull({ host: stage.running.origin, key: site.key, out: join(folder, 'config.json'), files: join(folder, 'own') });
  const own = await page.context().newPage();
  const asked: string[] = [];
  own.on('request', (request) => asked.push(request.url()));
  await own.goto(`${shop.origin}/own/index.html`);
  await ready(own);
  await own.evaluate(() => (window as any).tactful.page('checkout'));
  await own.getByRole('heading', { name: 'Need help?' }).waitFor();
  expect(asked.filter((url) => url.startsWith(stage.running.origin) && !url.includes('/v1/summaries'))).toEqual([]);
  expect(asked.filter((url) => /\.js$/.test(url)).map((url) => new URL(url).pathname)).toEqual(expect.arrayContaining(['/own/tactful.js', '/own/v/0.1.0/tactful-act.js', '/own/v/0.1.0/tactful-widget.js']));
});

it('“Did this help?” on the shop’s page: the answer is heard there, stored with its exposure, and told on the campaign’s card', async () => {
  const visitor = await page.context().browser()!.newContext({ viewport: { width: 375, height: 667 } });
  await visitor.addInitScript(openShadow);
  await visitor.addInitScript(() => {
    // A person: a machine's sessions are in no report.
    Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
    addEventListener('tactful:message:helped', (event) => (window as any).heard = (event as CustomEvent).detail);
  });
  const seen = await visitor.newPage();
  await seen.goto(shop.origin + '/');
  await ready(seen);
  await seen.evaluate(() => (window as any).tactful.track('stuck'));
  for (const name of ['Get code', 'Apply to my order', 'Yes']) await seen.getByRole('button', { name, exact: true }).click();
  await seen.locator('tactful-widget p.helped').getByText('Thank you.').waitFor();
  expect(await seen.evaluate(() => (window as any).heard)).toEqual({ campaign: 'stuck', helped: true });
  await seen.evaluate(() => (window as any).tactful.flush());
  expect(await readRows(stage.running, site, { query: "SELECT outcome, helped FROM exposures WHERE campaign = 'stuck'", shards: 1 })).toEqual([{ outcome: 'click', helped: 1 }]);
  await page.reload();
  await page.getByRole('article', { name: 'Stuck', exact: true }).getByText('1 of 1 who answered said it helped').waitFor();
  await visitor.close();
});
