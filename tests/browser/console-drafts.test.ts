import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, STAFF, type ConsoleStage } from './console/openConsole.ts';

const OTHER = { email: 'other@example.com', password: 'another long password' };
let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  await makeSite(stage.running, { id: 'shop', source: STALL });
  await stage.addStaff(['shop']);
  await callAdmin(stage.running, 'staff', { method: 'POST', body: { ...OTHER, sites: ['shop'] } });
});
afterAll(() => stage.close());

const editor = (page: Page) => page.getByLabel('Configuration as JSON');
const kept = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
async function type(page: Page, name: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(JSON.stringify({ ...STALL, campaigns: [{ ...STALL.campaigns[0], name }] }));
  await page.getByText('Valid. Ready to publish.').waitFor();
}
async function enter(page: Page, { email, password }: typeof OTHER): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('.who').getByText(email).waitFor();
}
const signedOut = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Sign in' }).waitFor();

it('forgets what was typed when its person signs out, in every tab, so that nobody after them sees it', async () => {
  const { page, wrong } = await stage.open('#/shop/campaigns/edit');
  await stage.signIn(page);
  await type(page, 'Secret plan');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await type(second, 'Other plan');
  expect([await kept(page), await kept(second)]).toEqual([expect.stringContaining('Secret plan'), expect.stringContaining('Other plan')]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await Promise.all([signedOut(page), signedOut(second)]);
  expect([await kept(page), await kept(second)]).toEqual(['{}', '{}']);
  await enter(page, OTHER);
  await editor(page).waitFor();
  expect(await editor(page).innerText()).not.toContain('Secret plan');
  expect(wrong).toEqual([]);
});

it('keeps a draft for who typed it when their session ends, and shows it to nobody else', async () => {
  const { page, wrong } = await stage.open('#/shop/campaigns/edit');
  await stage.signIn(page);
  await type(page, 'Half done');
  await page.context().clearCookies();
  await page.reload();
  await page.getByText('Your session has ended. Sign in again to go on; your unpublished changes are kept.').waitFor();
  expect([await page.getByLabel('E-mail').inputValue(), await page.evaluate(() => (document.activeElement as HTMLInputElement).type)]).toEqual([STAFF.email, 'password']);
  await enter(page, OTHER);
  await editor(page).waitFor();
  expect(await editor(page).innerText()).not.toContain('Half done');
  await page.context().clearCookies();
  await page.reload();
  await enter(page, STAFF);
  await page.getByText('Your unpublished changes from before were kept.').waitFor();
  expect(await editor(page).innerText()).toContain('Half done');
  expect(wrong).toEqual([]);
});

it('says nothing of an ended session to who comes for the first time or has signed out', async () => {
  const { page } = await stage.open('#/shop/campaigns/edit');
  await signedOut(page);
  expect(await page.getByText('session has ended').count()).toBe(0);
  await stage.signIn(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signedOut(page);
  await page.reload();
  await signedOut(page);
  expect([await page.getByText('session has ended').count(), await page.getByLabel('E-mail').inputValue()]).toEqual([0, '']);
});
