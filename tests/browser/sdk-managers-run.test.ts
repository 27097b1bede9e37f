import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { eachUnasked, GTAG, script } from './harness/managerPage.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, NOTHING, openTab, SOON, type Tab } from './harness/openTab.ts';

/** CookieConsent as npm has it, and the site's own script that sets it up. */
const FILES: Readonly<Record<string, string>> = {
  'cookieconsent.css': 'node_modules/vanilla-cookieconsent/dist/cookieconsent.css',
  'cookieconsent.esm.js': 'node_modules/vanilla-cookieconsent/dist/cookieconsent.esm.js',
  'cookieconsent-config.js': 'tests/browser/env/manager/cookieconsent-config.js',
};
const SETUP = '<link rel="stylesheet" href="/cookieconsent.css"><script type="module" src="/cookieconsent-config.js"></script>';
const FIRST = script(`${GTAG} gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', functionality_storage: 'denied' })`);

let stage: Stage;
let visitor: BrowserContext;
eachUnasked(async (scene) => {
  ({ stage, visitor } = scene);
  stage.body = '<h1>Shop</h1><button data-cc="show-preferencesModal">Cookies</button>';
  for (const [name, path] of Object.entries(FILES)) {
    const answer = { contentType: name.endsWith('.css') ? 'text/css' : 'text/javascript', body: readFileSync(path, 'utf8') };
    await visitor.route(`**/${name}`, (route) => route.fulfill(answer));
  }
});

const press = (tab: Tab, name: string) => tab.page.getByRole('button', { name, exact: true }).filter({ visible: true }).click();
const nothing = (tab: Tab) => expect.poll(() => kept(tab.page), SOON).toEqual(NOTHING);

it.each([
  ['with Google’s default before the tag', FIRST + SETUP], ['as its guide has it, after the tag', SETUP],
])('CookieConsent, %s: nothing until it is agreed to, one request then; withdrawn in its preferences, nothing in any tab', async (_name, head) => {
  stage.head = head;
  const tab = await openTab(stage, visitor);
  await tab.page.getByRole('dialog', { name: 'We use cookies' }).waitFor();
  await tab.call('track', 'stuck');
  await tab.call('flush');
  await tab.go('/checkout/1');
  await tab.call('flush');
  expect([await kept(tab.page), await tab.call('summary'), stage.collector.posts()]).toEqual([NOTHING, null, []]);

  await press(tab, 'Accept all');
  await expect.poll(() => tab.call('summary'), SOON).toBeTruthy();
  await tab.call('flush');
  expect(stage.collector.posts().map(({ path }) => path)).toEqual(['/v1/summaries']);
  const other = await openTab(stage, visitor);
  await expect.poll(() => other.call('summary'), SOON).toBeTruthy();
  const { visitor: who } = await tab.call('summary');
  expect((await other.call('summary')).visitor).toBe(who);

  await tab.page.bringToFront();
  await press(tab, 'Cookies');
  await press(tab, 'Reject all');
  for (const one of [tab, other]) await nothing(one);
  stage.collector.received.length = 0;
  for (const one of [tab, other]) {
    await one.call('track', 'stuck');
    await one.call('flush');
    await one.go('/');
    await one.call('flush');
  }
  expect([await kept(tab.page), await tab.call('summary'), await other.call('summary'), stage.collector.posts()]).toEqual([NOTHING, null, null, []]);
  expect([tab.errors, other.errors]).toEqual([[], []]);
});

it('CookieConsent, what the site needs to work well alone: functional', async () => {
  stage.head = FIRST + SETUP;
  const tab = await openTab(stage, visitor);
  await press(tab, 'Choose');
  await tab.page.locator('label:has([value="functionality"])').click();
  await press(tab, 'Accept selection');
  await expect.poll(async () => (await kept(tab.page)).entries['consent'], SOON).toBe('functional');
  await tab.call('flush');
  expect([(await kept(tab.page)).entries['visitor'], await tab.call('summary'), stage.collector.posts()]).toEqual([undefined, null, []]);
});
