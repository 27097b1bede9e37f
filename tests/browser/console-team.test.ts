import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, STAFF, type ConsoleStage } from './console/openConsole.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  await makeSite(stage.running, { id: 'shop', source: STALL });
  await stage.addStaff(['shop']);
});
afterAll(() => stage.close());

it('an owner lets somebody in, changes what they are, takes them off, and reads all of it among the changes', async () => {
  const { page, wrong } = await stage.open('#/shop/team');
  await stage.signIn(page);
  const people = page.getByRole('table', { name: 'People' });
  const kept = async (): Promise<unknown> => (await callAdmin(stage.running, 'sites/shop/staff')).json();
  const changes = page.getByRole('table', { name: 'Changes' }).locator('tbody tr');

  await page.getByLabel('E-mail').fill('new@example.com');
  await page.getByRole('button', { name: 'Let in' }).click();
  await page.getByText('There is no account with this e-mail yet: choose a password for it.').waitFor();
  await page.getByLabel('Password, for a new account').fill('a long enough password');
  await page.getByRole('button', { name: 'Let in' }).click();
  await people.getByRole('rowheader', { name: 'new@example.com' }).waitFor();
  expect(await kept()).toEqual([{ email: 'new@example.com', role: 'viewer' }, { email: STAFF.email, role: 'owner' }]);
  expect(await people.getByRole('row', { name: STAFF.email }).locator('select, button').count()).toBe(0);

  await page.getByRole('combobox', { name: 'Role of new@example.com' }).selectOption('agent');
  await page.getByText('new@example.com is Agent now.').waitFor();
  expect(await kept()).toContainEqual({ email: 'new@example.com', role: 'agent' });

  await page.getByRole('button', { name: 'Take new@example.com off the site' }).click();
  await page.getByRole('alert').getByText('They lose it at once.').waitFor();
  await page.getByRole('button', { name: 'Take off', exact: true }).click();
  await people.getByRole('rowheader', { name: 'new@example.com' }).waitFor({ state: 'detached' });
  expect(await kept()).toEqual([{ email: STAFF.email, role: 'owner' }]);

  await changes.filter({ hasText: 'Took off the site' }).waitFor();
  expect((await changes.allInnerTexts()).slice(0, 3).map((text) => text.split('\t').slice(1))).toEqual([
    [`${STAFF.email}, Owner`, 'Took off the site', 'new@example.com'],
    [`${STAFF.email}, Owner`, 'Gave a role', 'new@example.com: agent'],
    [`${STAFF.email}, Owner`, 'Gave a role', 'new@example.com: viewer, with a new password'],
  ]);
  expect(wrong).toEqual([]);
});
