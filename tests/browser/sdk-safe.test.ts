import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { deviceConfig } from './harness/deviceConfig.ts';
import { SOON } from './harness/openTab.ts';
import { useSite } from './harness/useSite.ts';

/** A release that takes the page down as it starts, and a tab that is really killed: it gets no last word. */
const site = useSite(deviceConfig());

/** What the page has asked the collector for so far; the answer may never come. */
const ASKED = '<script>window.asked=0;window.real=fetch;fetch=function(){asked++;return location.search==="?stuck"?new Promise(function(){}):real.apply(window,arguments)}</script>';

let visitor: BrowserContext;
beforeEach(async () => {
  site().head = ASKED;
  site().attributes = 'data-consent="granted"';
  visitor = await site().visitor();
});
afterEach(() => visitor.close());

/** A tab that goes on after its page was killed; Playwright's own gives up then. */
async function openTab(): Promise<{ go(path: string): Promise<void>; kill(): Promise<void>; say<T>(script: string): Promise<T> }> {
  const page = await visitor.newPage();
  const session: CDPSession = await visitor.newCDPSession(page);
  await session.send('Page.enable');
  const say = async (expression: string): Promise<any> => (await session.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
  return {
    say,
    async go(path) {
      await session.send('Page.navigate', { url: site().origin + path });
      await expect.poll(() => say(`location.search==${JSON.stringify(path.slice(1))}&&document.readyState=="complete"&&!!window.tactful&&tactful.version`).catch(() => ''), SOON).toBeTruthy();
    },
    async kill() {
      const killed = new Promise((done) => session.once('Inspector.targetCrashed', done));
      // It answers by the death of whom it is sent to.
      void session.send('Page.crash').catch(() => undefined);
      await killed;
    },
  };
}

it('a release that took a tab’s page down three times as it started is left alone there, and there alone', async () => {
  const tab = await openTab();
  for (let time = 0; time < 3; time++) {
    await tab.go('/?stuck');
    expect(await tab.say('asked')).toBe(1);
    await tab.kill();
  }
  await tab.go('/');
  expect(await tab.say('asked')).toBe(0);
  // Every verb is there and does nothing.
  expect(await tab.say('["track","page","cart","show","hide","explain","flush","reset","identify","summary","ready"].map(function(verb){tactful(verb,"a");return typeof tactful[verb]}).join("")+tactful.summary()')).toBe('function'.repeat(11) + 'null');
  // A page that is left in peace, as this one, makes it no safer.
  await tab.go('/?again');
  expect(await tab.say('asked')).toBe(0);
  const other = await openTab();
  await other.go('/');
  expect(await other.say('asked')).toBeGreaterThan(0);
});

it.each([
  ['a start that came to its end', async (tab: Awaited<ReturnType<typeof openTab>>) => {
    await tab.go('/');
    await expect.poll(() => tab.say('Object.keys(sessionStorage).filter(function(key){return /\\d$/.test(key)}).length'), SOON).toBe(0);
  }],
  ['a page that was left before', async (tab: Awaited<ReturnType<typeof openTab>>) => {
    await tab.go('/?stuck');
    await tab.go('/');
  }],
  ['destroy() before', async (tab: Awaited<ReturnType<typeof openTab>>) => {
    await tab.go('/?stuck');
    await tab.say('tactful.destroy()');
  }],
])('%s ends the count', async (_name, good) => {
  const tab = await openTab();
  for (let time = 0; time < 2; time++) {
    await tab.go('/?stuck');
    await tab.kill();
  }
  await good(tab);
  for (let time = 0; time < 2; time++) {
    await tab.kill();
    await tab.go('/?stuck');
  }
  expect(await tab.say('asked')).toBe(1);
});

it('where nothing may be kept nothing is counted', async () => {
  site().attributes = 'data-consent="pending"';
  const tab = await openTab();
  for (let time = 0; time < 4; time++) {
    await tab.go('/?stuck');
    expect(await tab.say('[asked,sessionStorage.length]')).toEqual([1, 0]);
    await tab.kill();
  }
});
