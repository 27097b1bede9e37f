import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSite, SHOP, type TestSite } from '../worker/harness/makeSite.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';

const MANY = 107;
let stage: ConsoleStage;
let site: TestSite;
beforeAll(async () => {
  stage = await openConsole();
  site = await makeSite(stage.running, { id: 'shop' });
  await stage.addStaff(['shop']);
  for (let n = 0; n < MANY; n++) await ask(n);
});
afterAll(() => stage.close());

/** Addresses differ: one network may file only so many a minute. */
const ask = async (n: number): Promise<void> => {
  const answer = await stage.running.fetch(`/v1/requests?key=${site.key}`, {
    method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain', 'cf-connecting-ip': `198.51.${n}.1` },
    body: JSON.stringify({ id: `request-${String(n).padStart(16, '0')}`, name: `Visitor ${n}`, contact: 'a@example.com', text: '', locale: 'zh-Hans' }),
  });
  expect(answer.status).toBe(202);
};
const cards = (page: Page) => page.getByRole('article');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

it('lists requests page by page, none twice, the focus on the first that is new', async () => {
  const { page, wrong } = await stage.open('#/shop/requests');
  await stage.signIn(page);
  await page.getByRole('button', { name: 'Open (50+)' }).waitFor();
  expect(await cards(page).count()).toBe(50);
  const next = await page.evaluate(async () => (await (await fetch('/v1/admin/sites/shop/requests')).json()).map(({ name }: { name: string }) => name));
  await page.getByRole('button', { name: 'Load more' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open (100+)' }).waitFor();
  await expect.poll(() => focused(page)).toBe(next[50]);
  await page.getByRole('button', { name: 'Load more' }).click();
  await page.getByRole('button', { name: `Open (${MANY})` }).waitFor();
  expect(await cards(page).getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(next);
  expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  expect(await cards(page).first().getByText('Simplified Chinese').count()).toBe(1);
  expect(wrong).toEqual([]);
});

it('answers by keyboard from one to the next; the answered ones are under “All”, with who it was', async () => {
  const { page, wrong } = await stage.open('#/shop/requests');
  await stage.signIn(page);
  await cards(page).first().waitFor();
  const names = await cards(page).getByRole('heading', { level: 2 }).allInnerTexts();
  await cards(page).first().getByRole('button', { name: 'Mark as answered' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(`The request of ${names[0]} is answered.`).waitFor();
  await expect.poll(() => focused(page)).toBe(names[1]);
  await page.getByRole('button', { name: 'All' }).click();
  await page.getByRole('article', { name: names[0] as string, exact: true }).getByText('Answered by staff@example.com').waitFor();
  expect(wrong).toEqual([]);
});

it('says beside the button that it could not be answered, and leaves it open', async () => {
  const { page } = await stage.open('#/shop/requests');
  await stage.signIn(page);
  const card = cards(page).first();
  await card.waitFor();
  await page.context().setOffline(true);
  await card.getByRole('button', { name: 'Mark as answered' }).click();
  await card.getByRole('alert').getByText('The collector could not be reached.').waitFor();
  await page.context().setOffline(false);
  await card.getByRole('button', { name: 'Mark as answered' }).click();
  await page.getByText('is answered.').waitFor();
});
