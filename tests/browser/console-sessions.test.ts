import { readFile } from 'node:fs/promises';
import type { SessionRow } from '@tactful/protocol';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite, type TestSite } from '../worker/harness/makeSite.ts';
import { makeSummary } from '../worker/harness/makeSummary.ts';
import { sendSummaries } from '../worker/harness/sendSummaries.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';

const MANY = 214, BODY = 40;
let stage: ConsoleStage;
let site: TestSite;
beforeAll(async () => {
  stage = await openConsole();
  site = await makeSite(stage.running, { id: 'shop' });
  const all = Array.from({ length: MANY }, (_, n) => makeSummary({ visitor: `v${n}`.padEnd(22, 'x'), session: `s${n}`.padEnd(22, 'x') }));
  for (let from = 0; from < MANY; from += BODY) await sendSummaries(stage.running, site, all.slice(from, from + BODY));
  await stage.addStaff(['shop']);
});
afterAll(() => stage.close());

const listed = (page: Page): Promise<string[]> => page.locator('tbody a').evaluateAll((links) => links.map((link) => decodeURIComponent(link.getAttribute('href')!.split('/').at(-1)!)));
const earlier = (page: Page) => page.getByRole('button', { name: 'Earlier sessions' });

it('lists sessions page by page down to the first, none twice, the focus on the first that is new', async () => {
  const all = (await (await callAdmin(stage.running, 'sites/shop/sessions?limit=500')).json() as SessionRow[]).map(({ session }) => session);
  const { page, wrong } = await stage.open('#/shop/sessions');
  await stage.signIn(page);
  await earlier(page).waitFor();
  expect(await listed(page)).toEqual(all.slice(0, 100));
  // What the room can do stands at its right edge.
  const rightOf = (selector: string): Promise<number> => page.locator(selector).evaluate((one) => one.getBoundingClientRect().right);
  expect(await rightOf('.asides > :last-child')).toBe(await rightOf('.room-head'));
  await earlier(page).focus();
  await page.keyboard.press('Enter');
  await page.locator('tbody tr').nth(100).waitFor();
  expect(await page.evaluate(() => decodeURIComponent((document.activeElement as HTMLAnchorElement).hash))).toBe(`#/shop/sessions/${all[100]}`);
  await earlier(page).click();
  await page.locator('tbody tr').nth(MANY - 1).waitFor();
  expect(await listed(page)).toEqual(all);
  expect(await earlier(page).count()).toBe(0);
  expect(wrong).toEqual([]);
});

it('keeps what is listed, and can ask again, when earlier ones could not be read', async () => {
  const { page } = await stage.open('#/shop/sessions');
  await stage.signIn(page);
  await earlier(page).waitFor();
  await page.context().setOffline(true);
  await earlier(page).click();
  await page.getByRole('alert').getByText('The collector could not be reached.').waitFor();
  expect((await listed(page)).length).toBe(100);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('tbody tr').nth(100).waitFor();
});

it('hands all of them over as a file', async () => {
  const { page, wrong } = await stage.open('#/shop/sessions');
  await stage.signIn(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download CSV: Sessions' }).click()]);
  expect(file.suggestedFilename()).toBe('shop-sessions.csv');
  const kept = await readFile(await file.path(), 'utf8');
  expect(kept).toBe(`\uFEFF${await (await callAdmin(stage.running, 'sites/shop/sessions.csv')).text()}`);
  expect(kept.trimEnd().split('\r\n')).toHaveLength(MANY + 1);
  expect(wrong).toEqual([]);
});

it('says in words what drove a score', async () => {
  const session = 'scored'.padEnd(22, 'x');
  await sendSummaries(stage.running, site, [makeSummary({
    visitor: 'scored'.padEnd(22, 'y'), session, model: 'expert-1', features: { 'cart.value': 400, 'visitor.sessions': 4, 'seconds.product': 240 },
    intents: { high_value: { peak: 0.81, last: 0.72 }, struggle: { peak: 0.03, last: 0.02 } },
  })]);
  const { page, wrong } = await stage.open(`#/shop/sessions/${session}`);
  await stage.signIn(page);
  const row = (name: string): Promise<string[]> => page.getByRole('table', { name: 'What was scored' }).getByRole('row', { name }).locator('td').allInnerTexts();
  await page.getByRole('table', { name: 'What was scored' }).waitFor();
  expect(await row('Of high value')).toEqual(['81.0%', '72.0%', expect.stringMatching(/^[^ ]*400[^ ]* in the cart, 4 sessions so far, this one included, 4 min of active time on product pages$/)]);
  expect(await row('Struggles')).toEqual(['3.0%', '2.0%', 'nothing that speaks for it']);
  expect(wrong).toEqual([]);
});
