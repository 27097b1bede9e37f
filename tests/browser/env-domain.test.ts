import { TEXTS } from '@tactful/protocol';
import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { kept, NOTHING, openTab, SOON, type Tab } from './harness/openTab.ts';
import { openShadow } from './widget/openShadow.ts';

/** One shop under two names, whose tag says `data-domain`. */
let stage: Stage;
let visitor: BrowserContext;
let port: string;
beforeAll(async () => {
  stage = await openStage(deviceConfig({ texts: TEXTS.en, campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] }));
  port = new URL(stage.origin).port;
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.attributes = 'data-domain="shop.localhost"';
  visitor = await stage.browser.newContext();
  await visitor.addInitScript(openShadow);
});
afterEach(() => visitor.close());

async function open(name: string): Promise<Tab> {
  stage.origin = `http://${name}:${port}`;
  return openTab(stage, visitor);
}
const cookies = async (): Promise<string[]> => (await visitor.cookies()).map(({ name }) => name);
/** Whom it would send, once that is who is kept: until then it may be a guest of before the answer. */
const who = async (tab: Tab): Promise<string | undefined> => {
  const id = (await tab.call('summary'))?.visitor;
  return id === (await kept(tab.page)).entries['visitor']?.visitor ? id : undefined;
};
/** Both names of the shop, with consent given on each. */
async function both(): Promise<[Tab, Tab]> {
  const tabs = [await open('a.shop.localhost'), await open('b.shop.localhost')] as const;
  for (const tab of tabs) {
    await tab.call('consent', 'granted');
    await expect.poll(() => who(tab), SOON).toBeTruthy();
  }
  return [...tabs];
}

it('the names of a shop send one visitor, by a cookie of that shop that comes with consent', async () => {
  const unasked = await open('a.shop.localhost');
  expect([await cookies(), await kept(unasked.page)]).toEqual([[], NOTHING]);
  const [a, b] = await both();
  for (const tab of [a, b]) {
    await tab.call('track', 'purchase', { transaction_id: 'o1' });
    await tab.call('flush');
  }
  const sent = stage.collector.summaries();
  expect(new Set(sent.map(({ visitor: id }) => id)).size).toBe(1);
  expect(new Set(sent.map(({ session }) => session)).size).toBe(2);
  const { token, visitor: id } = (await kept(b.page)).entries['visitor'];
  const [cookie] = await visitor.cookies();
  expect(cookie).toMatchObject({ name: 'tactful_pk_test', value: token, domain: '.shop.localhost', path: '/', sameSite: 'Lax', httpOnly: false });
  expect(cookie!.expires - Date.now() / 1_000).toBeLessThanOrEqual(34_560_000);
  expect(sent[0]!.visitor).toBe(id);
  expect([...a.errors, ...b.errors]).toEqual([]);
});

it('withdrawn under one name is withdrawn under the other: at once where a tab is open, else at its next load', async () => {
  const [a, b] = await both();
  await b.page.goto('about:blank');
  const c = await open('c.shop.localhost');
  await c.call('consent', 'granted');
  await expect.poll(() => who(c), SOON).toBeTruthy();
  await a.call('consent', 'denied');
  await expect.poll(() => c.count('consent:changed'), SOON).toBe(2);
  expect([await cookies(), await who(c)]).toEqual([[], undefined]);
  stage.origin = `http://b.shop.localhost:${port}`;
  await b.go('/');
  await expect.poll(async () => [await who(b) ?? null, await kept(b.page)], SOON).toEqual([null, NOTHING]);
  expect([...a.errors, ...b.errors, ...c.errors]).toEqual([]);
});

it('refused under a name that the visitor never met is withdrawn under all', async () => {
  const a = await open('a.shop.localhost');
  await a.call('consent', 'granted');
  await expect.poll(() => who(a), SOON).toBeTruthy();
  await expect.poll(cookies, SOON).toEqual(['tactful_pk_test']);
  const b = await open('b.shop.localhost');
  expect((await kept(b.page)).databases).toEqual([]);
  await b.call('consent', 'denied');
  await expect.poll(cookies, SOON).toEqual([]);
  await expect.poll(() => kept(b.page), SOON).toEqual(NOTHING);
  await expect.poll(async () => [await who(a) ?? null, await kept(a.page)], SOON).toEqual([null, NOTHING]);
  expect([...a.errors, ...b.errors]).toEqual([]);
});

it('answers that follow each other at once, upon another’s cookie: after the last withdrawal nothing is written', async () => {
  const a = await open('a.shop.localhost');
  for (let round = 0; round < 3; round++) {
    await a.call('consent', 'granted');
    await expect.poll(() => who(a), SOON).toBeTruthy();
    await a.page.evaluate(async (turns) => {
      const { tactful } = window as any;
      tactful.consent('denied');
      document.cookie = `tactful_pk_test=${'C'.repeat(43)};domain=shop.localhost;path=/`;
      tactful.consent('granted');
      for (let turn = 0; turn < turns; turn++) await crypto.subtle.digest('SHA-256', new Uint8Array(1));
      tactful.consent('denied');
    }, round);
    await expect.poll(async () => [await cookies(), await kept(a.page)], SOON).toEqual([[], NOTHING]);
    // What was on its way as that was seen has come by now.
    expect([await kept(a.page), await kept(a.page), await cookies()]).toEqual([NOTHING, NOTHING, []]);
  }
  expect(a.errors).toEqual([]);
});

it('functional and another visitor: the cookie follows', async () => {
  const [a, b] = await both();
  const first = await who(a);
  await a.call('reset');
  await expect.poll(() => who(a), SOON).not.toBe(first);
  const second = await who(a);
  await b.go('/');
  await expect.poll(() => who(b), SOON).toBe(second);
  await b.call('consent', 'functional');
  await expect.poll(cookies, SOON).toEqual([]);
  expect(Object.keys((await kept(b.page)).entries)).not.toContain('visitor');
});

it('erased under one name: the others meet the new visitor at their next load, and none takes it for a withdrawal', async () => {
  const [a, b] = await both();
  const first = await who(a);
  await a.page.bringToFront();
  await a.call('show', 'help');
  const inside = a.page.locator('tactful-widget');
  await inside.getByRole('button', { name: 'Your data' }).click();
  await inside.getByRole('button', { name: TEXTS.en.erase }).click();
  await inside.getByText(TEXTS.en.erased).first().waitFor();
  await expect.poll(() => who(a), SOON).not.toBe(first);
  expect([await b.count('consent:changed'), await a.count('consent:changed'), await who(b)]).toEqual([1, 1, first]);
  const { path, headers } = stage.collector.posts().find(({ method }) => method === 'DELETE')!;
  expect([path, headers['authorization']]).toEqual(['/v1/visitors/me', expect.stringMatching(/^Bearer [\w-]{43}$/)]);
  await b.go('/');
  await expect.poll(async () => await who(b) === await who(a), SOON).toBe(true);
});

it.each([
  ['another site’s', 'other.localhost'], ['a public suffix', 'localhost'],
])('a domain that is %s leaves the visitor to the host, and says so while debugging', async (_name, domain) => {
  stage.attributes = `data-consent="granted" data-debug="true" data-domain="${domain}"`;
  const said: string[] = [];
  visitor.on('console', (message) => said.push(message.text()));
  const a = await open('a.shop.localhost');
  await expect.poll(() => who(a), SOON).toBeTruthy();
  const id = await who(a);
  await a.go('/');
  expect([await who(a), await cookies()]).toEqual([id, []]);
  expect(said.filter((text) => /cookie/.test(text))[0]).toBe(`tactful: no cookie can be set for the domain ${domain}`);
  expect(a.errors).toEqual([]);
});
