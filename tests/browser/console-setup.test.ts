import type { IdentityKey, WebhookRow } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  await makeSite(stage.running, { id: 'shop', source: STALL });
  await stage.addStaff(['shop']);
});
afterAll(() => stage.close());

it('an owner adds, replays and removes a receiver, shortens how long rows are kept, and makes and voids a key', async () => {
  const { page, wrong } = await stage.open('#/shop/setup');
  await stage.signIn(page);
  const kept = async <T>(path: string): Promise<T> => (await callAdmin(stage.running, `sites/shop/${path}`)).json() as Promise<T>;
  const press = (name: string, exact = true) => page.getByRole('button', { name, exact }).click();
  const notice = (text: string) => page.getByRole('status').getByText(text).waitFor();

  await page.getByText('Nobody is told yet').waitFor();
  await page.getByLabel('Address').fill('https://evil.example/in');
  await press('Add a receiver');
  await page.getByRole('alert').getByText('bad_host').waitFor();
  await page.getByLabel('What it is').selectOption('slack');
  await page.getByLabel('Address').fill('https://hooks.slack.com/services/T/B/hidden');
  await page.getByLabel('Conversions').check();
  await press('Add a receiver');
  const receivers = page.getByRole('table', { name: 'Receivers' });
  await receivers.getByRole('rowheader', { name: 'hooks.slack.com' }).waitFor();
  const [hook] = await kept<WebhookRow[]>('webhooks');
  expect(hook).toMatchObject({ host: 'hooks.slack.com', template: 'slack', events: ['conversion', 'request'] });
  expect(await receivers.locator('tbody').innerText()).not.toContain('hidden');
  await press(`Send again to ${hook!.id}`);
  await receivers.getByLabel('How far back').selectOption({ label: 'the last 7 days' });
  await press('Send');
  await notice('Nothing happened in that time.');
  await press(`Remove ${hook!.id}`);
  await press('Yes, remove');
  await page.getByText('Nobody is told yet').waitFor();
  expect(await kept('webhooks')).toEqual([]);

  await page.getByLabel('Days').fill('60');
  await press('Set');
  await page.getByRole('alert').getByText('Remove what is older than 60 days now?').waitFor();
  expect(await kept('retention')).toEqual({ days: 395 });
  await press('Yes, keep 60 days');
  await notice('Rows are kept for 60 days.');
  expect(await kept('retention')).toEqual({ days: 60 });

  await press('Make a key');
  expect(await page.getByRole('region', { name: 'Identity key', exact: true }).innerText()).toMatch(/^ik_[0-9a-f]{64}$/);
  await press('I have it');
  await page.getByRole('region', { name: 'Identity key', exact: true }).waitFor({ state: 'detached' });
  const [key] = await kept<IdentityKey[]>('identity');
  await press(`Void the key ${key!.id}`);
  await press('Yes, void it');
  await page.getByText('No identity key yet').waitFor();
  expect(await kept('identity')).toEqual([]);
  expect(wrong).toEqual([]);
});
