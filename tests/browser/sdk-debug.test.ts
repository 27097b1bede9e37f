import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { kept, openTab, SOON, type Tab } from './harness/openTab.ts';
import { STRICT_POLICY } from './widget/pageSource.ts';

const on = (name: string) => [{ on: 'event', name }] as const;
const CONFIG = deviceConfig({
  campaigns: [
    campaign('stall', [{ on: 'dwell', page: 'checkout', for: 10_000, consecutive: 3, within: 1_800_000 }]),
    campaign('dear', on('stuck'), { conditions: { all: [{ feature: 'cart.value', op: 'gte', value: 50 }] } }),
    campaign('held', on('stuck'), { control: 1 }),
    campaign('silent', on('stuck'), { status: 'shadow' }),
    campaign('calm', on('calm'), { frequency: { cooldown: 600_000 } }),
  ],
});
let stage: Stage;
let visitor: BrowserContext;
beforeAll(async () => { stage = await openStage(CONFIG); });
afterAll(() => stage.close());
afterEach(() => visitor.close());

const DEBUG = '/?tactful_debug=1';
async function open(path: string, attributes = 'data-consent="granted"'): Promise<Tab> {
  visitor = await stage.visitor();
  stage.attributes = attributes;
  return openTab(stage, visitor, path);
}
const panel = (page: Page) => page.locator('tactful-debug');
/** The line that says why a campaign is not shown. */
const line = (page: Page, id: string) => panel(page).locator('summary', { has: page.getByText(id, { exact: true }) });

it('tells for each campaign which gate stops it, and what would open it; goes on as facts come', async () => {
  const { page, call } = await open(DEBUG);
  await line(page, 'stall').getByText('Stopped at page: The page is “home”; wanted: checkout. Opens with going there').waitFor();
  await line(page, 'dear').getByText('Stopped at trigger: Has not fired, or not lately. event “stuck”: 0 of 1. Opens with one of these.').waitFor();
  await line(page, 'silent').getByText('In shadow, never drawn. Stopped at trigger').waitFor();
  await call('track', 'stuck');
  await line(page, 'dear').getByText('Stopped at conditions: cart.value is unknown, wanted: is at least 50. Opens with values that fit').waitFor();
  await call('cart', { value: 20, currency: 'EUR', items: 1 });
  await line(page, 'dear').getByText('cart.value is 20, wanted: is at least 50').waitFor();
  if (process.env['SHOTS']) await page.screenshot({ path: process.env['SHOTS'] + '/desk.png' });
});
void kept; void SOON; void STRICT_POLICY; void expect;
