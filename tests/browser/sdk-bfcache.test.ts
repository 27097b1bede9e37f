import { expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage } from './harness/openStage.ts';
import { openTab, SOON } from './harness/openTab.ts';

it('comes back from the back/forward cache, with a message open, and goes on with what the page after it did', async () => {
  const stage = await openStage(deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] }));
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => {
      (window as any).persisted = persisted;
    });
  });
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  const { part } = await tab.call('summary');
  await tab.go('/checkout/1');
  await tab.page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => tab.page.evaluate(() => (window as any).persisted), SOON).toBe(true);
  // The part that stays behind was sent; what goes on is a part of its own, so that nothing is lost or counted twice.
  await expect.poll(async () => (await tab.call('summary')).part, SOON).not.toBe(part);
  await tab.call('flush');
  await expect.poll(() => {
    const parts = new Map(stage.collector.summaries().map((summary) => [summary.part, summary]));
    const views = (page: string): number => [...parts.values()].reduce((sum, { pages }) => sum + (pages[page]?.views ?? 0), 0);
    return [parts.size, views('home'), views('checkout')];
  }, SOON).toEqual([2, 2, 1]);
  expect(new Set(stage.collector.summaries().map(({ session }) => session)).size).toBe(1);
  await tab.call('track', 'again');
  expect(tab.errors).toEqual([]);
  await visitor.close();
  await stage.close();
});
