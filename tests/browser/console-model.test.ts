import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSite } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { readModel, sendVisits, untilTrained, visits } from '../worker/training/visits.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';

const DAY = 86_400_000;
let stage: ConsoleStage;
beforeAll(async () => { stage = await openConsole(); });
afterAll(() => stage.close());

it('an editor reads that nothing was learned and why, has it trained, reads how good it is, and serves the expert’s scores again', async () => {
  const { running } = stage;
  const site = await makeSite(running, { id: 'shop', source: STALL, shards: 2 });
  await stage.addStaff(['shop'], 'editor');
  const { page, wrong } = await stage.open('#/shop/campaigns/model');
  await stage.signIn(page);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  // What stood before is over, too: only what is asked after the answer is told of this training.
  const train = () => Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/model/train')), press('Train now')]);
  await page.getByText('Nothing was learned yet').waitFor();
  await train();
  await untilTrained(running, site);
  await press('Refresh');
  await page.getByRole('region', { name: 'Likely to buy' }).getByText('Too few moments to learn from').waitFor();

  await sendVisits(running, site, visits('early', 520, { from: Date.now() - 13 * DAY, days: 8 }));
  await train();
  const { states: { likely_buyer: own } } = await untilTrained(running, site);
  await press('Refresh');
  const card = page.getByRole('region', { name: 'Likely to buy' });
  await card.getByText('Version 1 is served.').waitFor();
  expect(await card.getByRole('listitem').first().innerText()).toContain('seconds of attention to shipping');
  const bins = own!.served!.quality.calibration;
  expect(await card.getByRole('table', { name: 'Said and came true' }).locator('tbody tr').count()).toBe(bins.length);
  expect(await card.getByRole('table', { name: 'Looks' }).locator('tbody tr').count()).toBe(1);
  for (const [width, height, scheme] of [[1280, 900, 'light'], [390, 844, 'dark']] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }

  await press('Serve: The expert’s scores');
  await press('Yes, serve it');
  await page.getByRole('status').getByText('The expert’s scores: served from now on.').waitFor();
  expect((await readModel(running, site)).live).toBe(0);
  await card.getByText('The expert’s score is served.').waitFor();
  expect(wrong).toEqual([]);
});
