import type { Role } from '@tactful/protocol';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { drawn } from './harness/drawn.ts';
import { openConsole, STAFF, type ConsoleStage } from './console/openConsole.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  await makeSite(stage.running, { id: 'shop', source: STALL });
});
afterAll(() => stage.close());

const READING = { rooms: ['Overview', 'Campaigns', 'Sessions', 'Offers'], tabs: ['Results', 'Versions', 'Model'], card: [], halt: 0, pool: 0, back: 0, edit: 'Your role does not open this' };
const EDITING = { tabs: ['Results', 'Edit', 'Versions', 'Model'], card: ['Pause', 'Preview on your site', 'Edit'], halt: 1, pool: 1, back: 1, edit: 'Edit campaigns' };
const ASKED = { rooms: [...READING.rooms, 'Requests'], requests: 'Nobody is waiting' };
const SEEN: readonly (readonly [Role, string, object])[] = [
  ['viewer', 'Viewer', { ...READING, requests: 'Your role does not open this' }],
  ['agent', 'Agent', { ...READING, ...ASKED }],
  ['editor', 'Editor', { ...ASKED, ...EDITING }],
  ['owner', 'Owner', { ...ASKED, ...EDITING, rooms: [...ASKED.rooms, 'Team', 'Setup'] }],
];

const go = async (page: Page, hash: string, text: string): Promise<void> => {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.getByText(text).first().waitFor();
};
const texts = (page: Page, name: string): Promise<string[]> => page.getByRole('navigation', { name }).getByRole('link').allInnerTexts();

it.each(SEEN)('shows a person who is %s as such, and what that role may do', async (role, name, expected) => {
  await stage.addStaff(['shop'], role);
  const { page, wrong } = await stage.open('#/shop/campaigns');
  // The kill switch is drawn once the configuration has been read.
  const config = page.waitForResponse((answer) => answer.url().endsWith('/sites/shop/config'));
  await stage.signIn(page);
  const card = page.getByRole('article', { name: 'Stalled at checkout' });
  await card.waitFor();
  await (await config).finished();
  await drawn(page);
  expect(await page.locator('.who > span').allInnerTexts()).toEqual([STAFF.email, name]);
  const { edit, requests, ...rest } = expected as { readonly edit: string; readonly requests: string };
  const seen = {
    rooms: await texts(page, 'Rooms'), tabs: await texts(page, 'Campaigns'), card: await card.locator('.actions').locator('button, a').allInnerTexts(),
    halt: await page.getByRole('button', { name: 'Stop all messages' }).count(), pool: 0, back: 0,
  };
  await go(page, '#/shop/offers', 'Codes in the pool');
  seen.pool = await page.locator('summary', { hasText: 'Add codes' }).count();
  await go(page, '#/shop/campaigns/versions', 'against the live one');
  seen.back = await page.getByRole('button', { name: /^Roll back/ }).count();
  expect(seen).toEqual(rest);
  await go(page, '#/shop/campaigns/edit', edit);
  await go(page, '#/shop/requests', requests);
  expect(wrong).toEqual([]);
});

it('says why, beside the button, where the role became less meanwhile', async () => {
  await stage.addStaff(['shop'], 'editor');
  const { page, wrong } = await stage.open('#/shop/campaigns');
  await stage.signIn(page);
  const card = page.getByRole('article', { name: 'Stalled at checkout' });
  await card.waitFor();
  expect((await callAdmin(stage.running, `sites/shop/staff/${STAFF.email}`, { method: 'PUT', body: { role: 'viewer' } })).status).toBe(200);
  await card.getByRole('button', { name: 'Pause' }).click();
  await card.getByRole('alert').getByText('Your role on this site does not allow this. An owner of the site can give you another one.').waitFor();
  expect((await callAdmin(stage.running, `sites/shop/staff/${STAFF.email}`, { method: 'DELETE' })).status).toBe(200);
  await card.getByRole('button', { name: 'Pause' }).click();
  await card.getByRole('alert').getByText('Your account may not do this here.').waitFor();
  expect(wrong).toEqual([]);
});

it('keeps the role in sight on a phone', async () => {
  await stage.addStaff(['shop'], 'agent');
  const { page } = await stage.open('#/shop/overview', { viewport: { width: 320, height: 640 } });
  await stage.signIn(page);
  await page.locator('.role').getByText('Agent').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
