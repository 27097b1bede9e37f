import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { openTab } from './harness/openTab.ts';
import { servePages, type Served } from './harness/servePages.ts';
import { openShadow } from './widget/openShadow.ts';

/** A page served as XML: the names of its elements are lower-case, also where HTML has capitals. */
const CONFIG = deviceConfig({
  targets: ['#buy', '#address'],
  signals: [{ id: 'bought', on: 'click', target: 0 }],
  campaigns: [campaign('help', [{ on: 'form_error', target: 1, consecutive: 2 }], {
    message: {
      kind: 'chat', title: 'Stuck?', body: 'We are here.',
      chat: [{ id: 'a', say: 'What now?', replies: [{ label: 'A person', action: { kind: 'handoff', label: 'A person', to: 'request' } }] }],
    },
  })],
});
let stage: Stage;
let site: Served;
beforeAll(async () => {
  stage = await openStage(CONFIG);
  site = await servePages((_request, response) => response.writeHead(200, { 'content-type': 'application/xhtml+xml' }).end(
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Shop</title>
<script async="async" src="${stage.collector.origin}/tactful.js" crossorigin="anonymous" data-key="pk_test" data-consent="granted"></script></head>
<body><h1>Shop</h1><form id="address"><input id="street" required="required" /><button id="buy">Buy</button></form></body></html>`));
});
afterAll(() => Promise.all([stage.close(), site.close()]));

it('sensors, the chat and its keys work on a page served as XHTML', async () => {
  const visitor = await stage.visitor();
  await visitor.addInitScript(openShadow);
  stage.collector.hear(site.origin);
  const tab = await openTab({ ...stage, origin: site.origin }, visitor);
  const { page } = tab;
  expect(await page.evaluate(() => [document.contentType, document.querySelector('form')!.tagName])).toEqual(['application/xhtml+xml', 'form']);
  await page.evaluate(() => {
    const heard: string[] = (window as any).heard = [];
    document.addEventListener('keydown', ({ key }) => heard.push(key));
  });
  for (let n = 0; n < 2; n++) await page.locator('#buy').click();
  await tab.told('message:shown');
  await page.getByRole('button', { name: 'A person' }).click();
  await page.locator('tactful-widget input[autocomplete=email]').focus();
  await page.keyboard.type('mei@example.com');
  await page.locator('tactful-widget textarea').focus();
  await page.keyboard.type('gj/?');
  expect(await page.evaluate(() => (window as any).heard)).toEqual([]);
  await page.locator('tactful-widget form .primary').click();
  await page.locator('tactful-widget .done').waitFor();
  expect(stage.collector.posts().filter(({ path }) => path === '/v1/requests').map(({ body }) => JSON.parse(body).contact)).toEqual(['mei@example.com']);
  await tab.call('flush');
  const told = stage.collector.summaries().at(-1)!;
  expect([told.counts['form_errors'], told.signals['bought']?.count, told.loss]).toEqual([2, 2, {}]);
  expect(tab.errors).toEqual([]);
  await visitor.close();
});
