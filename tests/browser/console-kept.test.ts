import type { ConfigDocument } from '@tactful/protocol';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, STAFF, type ConsoleStage } from './console/openConsole.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  for (const id of ['kept', 'other']) await makeSite(stage.running, { id, source: STALL });
  await stage.addStaff(['kept', 'other']);
});
afterAll(() => stage.close());

const OTHER = { email: 'other@example.com', password: 'another long password' };
const published = async (site: string): Promise<ConfigDocument & { source: any }> => (await callAdmin(stage.running, `sites/${site}/config`)).json() as never;
const again = (page: Page) => page.getByRole('dialog', { name: 'Sign in' });
async function edit(page: Page, name: string): Promise<void> {
  await page.getByLabel('Configuration as JSON').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(JSON.stringify({ ...STALL, campaigns: [{ ...STALL.campaigns[0], name }, STALL.campaigns[1]] }, null, 2));
  await page.getByText('Valid. Ready to publish.').waitFor();
}

it('asks to sign in again over the editor when the session has ended, and publishes what was typed', async () => {
  const { page, wrong } = await stage.open('#/kept/campaigns/edit');
  await stage.signIn(page);
  await edit(page, 'Typed before');
  await page.getByLabel('What changed').fill('the reason why');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Publish' }).click();
  await again(page).getByText('Your session has ended.').waitFor();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('password');
  expect(await again(page).getByLabel('E-mail').inputValue()).toBe(STAFF.email);
  await page.keyboard.press('Escape');
  await again(page).getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await again(page).getByText('E-mail or password is wrong.').waitFor();
  await again(page).getByLabel('Password').fill(STAFF.password);
  await page.keyboard.press('Enter');
  await page.getByText('Version 3 is published.').first().waitFor();
  expect(await again(page).count()).toBe(0);
  expect([(await published('kept')).source.campaigns[0].name, (await (await callAdmin(stage.running, 'sites/kept/config/versions')).json() as { note: string }[])[0]?.note]).toEqual(['Typed before', 'the reason why']);
  expect(wrong).toEqual([]);
});

it('does nothing in the name of somebody else who signs in instead', async () => {
  expect((await callAdmin(stage.running, 'staff', { method: 'POST', body: { ...OTHER, sites: ['other'] } })).status).toBe(201);
  const { page } = await stage.open('#/other/campaigns');
  await stage.signIn(page);
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Pause' }).click();
  await again(page).getByLabel('E-mail').fill(OTHER.email);
  await again(page).getByLabel('Password').fill(OTHER.password);
  await page.keyboard.press('Enter');
  await page.locator('.who').getByText(OTHER.email).waitFor();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  expect((await published('other')).version).toBe(2);
});

it('keeps the text and the note while the collector cannot be reached', async () => {
  const { page } = await stage.open('#/kept/campaigns/edit');
  await stage.signIn(page);
  await edit(page, 'Typed offline');
  await page.getByLabel('What changed').fill('still here');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('alert').getByText('The collector could not be reached.').waitFor();
  expect([await page.getByLabel('Configuration as JSON').innerText(), await page.getByLabel('What changed').inputValue()]).toEqual([expect.stringContaining('Typed offline'), 'still here']);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('is published.').first().waitFor();
  expect((await published('kept')).source.campaigns[0].name).toBe('Typed offline');
});

it('says which code of a list is refused, at the list, and keeps it', async () => {
  const { page } = await stage.open('#/kept/offers');
  await stage.signIn(page);
  const pool = page.getByRole('region', { name: 'pool' });
  await pool.locator('summary').click();
  const codes = pool.getByLabel('Codes made on your shop’s platform, one per line');
  await codes.fill('GOOD-1\nnot good\nGOOD-2');
  await pool.getByRole('button', { name: 'Add codes' }).click();
  await pool.getByRole('alert').getByText('not good').waitFor();
  expect(await codes.inputValue()).toBe('GOOD-1\nnot good\nGOOD-2');
  await codes.fill('GOOD-1\nGOOD-2');
  await pool.getByRole('button', { name: 'Add codes' }).click();
  await page.getByText('2 new codes are in the pool.').waitFor();
  expect([await codes.inputValue(), await pool.getByRole('alert').count()]).toEqual(['', 0]);
});

it('says in the rooms themselves what could not be read, and goes on once it can', async () => {
  const { page } = await stage.open('#/kept/sessions/no-such-session');
  await stage.signIn(page);
  await page.getByText('No such session').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Offers' }).click();
  await page.getByRole('alert').getByText('The collector could not be reached.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('status').getByText('The collector could not be reached.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'freeship' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
