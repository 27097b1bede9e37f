import { COLUMNS } from '@tactful/learner';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSite } from '../worker/harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from '../worker/harness/makeSummary.ts';
import { sendSummaries } from '../worker/harness/sendSummaries.ts';
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
  // A later look says by what its visitors differ.
  const look = { at: Date.now(), version: 1, samples: 104, auc: 0.6, f1: 0.5, calibrationError: 0.1, drift: { score: 0.9, features: { 'attention.price_seconds': 0.6, 'attention.shipping_seconds': 2 } } };
  await (await running.worker.getDurableObjectStorage('MODEL', { name: site.id })).exec(`INSERT INTO looks (state, at, json) VALUES ('likely_buyer', ${look.at}, '${JSON.stringify(look)}')`);
  await press('Refresh');
  await card.getByText('At the last look visitors were other than those it was judged by, in: seconds of attention to shipping; seconds of attention to prices.').waitFor();
  for (const [width, height, scheme] of [[1280, 900, 'light'], [375, 812, 'dark']] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }

  // Of a session, what drove what was learned is said as of the experts'.
  await sendSummaries(running, site, [makeSummary({
    visitor: 'scored', session: 'scored', model: 'learned-1', features: { 'attention.shipping_seconds': 28, 'attention.price_seconds': 40 },
    intents: { likely_buyer: { peak: 0.7, last: 0.6 }, price_doubt: { peak: 0.5, last: 0.4 } },
  })]);
  const models = page.url();
  await page.goto(models.replace(/#.*/, '#/shop/sessions/scored'));
  const scores = page.getByRole('table', { name: 'What was scored' });
  expect(await scores.getByRole('row', { name: 'Likely to buy' }).innerText()).toMatch(/70.0%\s60.0%\s28 sec of attention to shipping/);
  expect(await scores.getByRole('row', { name: 'Doubts the price' }).innerText()).toContain('40 sec of attention to prices');
  await page.goto(models);

  await press('Serve: The expert’s scores');
  await press('Yes, serve it');
  await page.getByRole('status').getByText('The expert’s scores: served from now on.').waitFor();
  expect((await readModel(running, site)).live).toBe(0);
  await card.getByText('The expert’s score is served.').waitFor();
  expect(wrong).toEqual([]);
});

it('a card proposes another threshold beside what became of visitors, and applies nothing', async () => {
  const { running } = stage;
  const [stall, ...others] = STALL.campaigns;
  const site = await makeSite(running, { id: 'doubts', source: { ...STALL, campaigns: [{ ...stall, conditions: { feature: 'intent.price_doubt', gte: 0.5 } }, ...others] }, shards: 2 });
  await stage.addStaff(['doubts']);
  const at = Date.now() - 5 * DAY;
  const crowd = (seconds: number, arm: 'treatment' | 'control', unwanted: number) => Array.from({ length: 100 }, (_one, n) => makeSummary({
    visitor: `${arm}-${seconds}-${n}`, session: `${arm}-${seconds}-${n}`, startedAt: at, snapshots: [{ on: 'exposure', at, x: COLUMNS.map((name) => (/^attention.(price|coupon|shipping)/.test(name) ? seconds : -1)) }],
    exposures: [makeExposure({ id: `${arm}-${seconds}-${n}`, at, arm, outcome: arm === 'control' ? 'none' : n < unwanted ? 'dismiss' : 'click', ...(arm === 'treatment' && n > 94 && { helped: n > 95 }) })], goals: n < 20 ? [makeGoal({ id: `${arm}-${seconds}-${n}`, at: at + 1_000 })] : [],
  }));
  await sendVisits(running, site, [...crowd(25, 'treatment', 70), ...crowd(25, 'control', 0), ...crowd(40, 'treatment', 10)]);
  const { page, wrong } = await stage.open('#/doubts/campaigns');
  await stage.signIn(page);
  const card = page.getByRole('article', { name: 'Stalled at checkout' });
  await card.getByText('Its score’s threshold').click();
  await card.getByText('Price doubt from 0.5 on. Proposed: 0.7. Below it, by dismissals and answers, the message is surely less wanted than above, and does not surely help.').waitFor();
  expect(await card.getByRole('table', { name: 'Its score’s threshold' }).locator('tbody tr').allInnerTexts()).toEqual(['0.6–0.7\t100\t100\t20.0%\t20.0%\t70.0%\t4 of 5', '0.8–0.9\t100\t0\t20.0%\t–\t10.0%\t4 of 5']);
  for (const [width, height] of [[1280, 900], [800, 900], [375, 812], [320, 640]] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  expect(await page.getByRole('article', { name: 'hello' }).getByText('Its score’s threshold').count()).toBe(0);
  expect(wrong).toEqual([]);
});
