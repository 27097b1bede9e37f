import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { openTab } from './harness/openTab.ts';
import { openShadow } from './widget/openShadow.ts';

const HOUR = 3_600_000;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(deviceConfig({
    campaigns: [campaign('offer', [{ on: 'event', name: 'saved' }], { message: { kind: 'coupon', title: 'Ten percent', offer: 'ten' } })],
    offers: { ten: { mode: 'public', until: Date.now() + 24 * HOUR } },
    texts: { ends_in: 'Ends in {time}', offer_ended: 'This offer has ended.', get_code: 'Get code' },
  }));
});
afterAll(() => stage.close());

it.each([[-30, /1 day|23 hours|2[34]:/], [0, /1 day|23 hours|2[34]:/], [30, /1 day|23 hours|2[34]:/]])('a device whose clock is off by %i hours counts down to the server’s end of an offer', async (hours, left) => {
  const visitor = await stage.visitor();
  await visitor.addInitScript(openShadow);
  await visitor.addInitScript((skew) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + skew;
  }, hours * HOUR);
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'saved');
  await tab.told('message:shown');
  expect(await tab.page.locator('tactful-widget [role=timer]').textContent()).toMatch(left);
  expect(tab.errors).toEqual([]);
  await visitor.close();
});
