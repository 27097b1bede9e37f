import { expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { eachTab } from './harness/eachTab.ts';
import { SOON, type Tab } from './harness/openTab.ts';

const CONFIG = deviceConfig({ campaigns: [campaign('one', [{ on: 'event', name: 'first' }]), campaign('two', [{ on: 'event', name: 'second' }], { message: { kind: 'card', title: 'Another' } })] });
let tab: Tab;
eachTab(CONFIG, async (opened) => {
  ({ tab } = opened);
  await tab.call('track', 'first');
  await tab.told('message:shown');
});

const heading = (name: string) => tab.page.getByRole('heading', { name });
const remove = () => tab.page.evaluate(() => document.querySelector('tactful-widget')!.remove());
const locks = () => tab.page.evaluate(async () => (await navigator.locks.query()).held!.filter(({ name }) => name!.endsWith('show')).length);

it('a page that takes our element away once, as by hydrating the whole document, has it back with what it shows', async () => {
  await remove();
  await heading('Need a hand?').waitFor();
  expect([await tab.count('message:dismissed'), await locks()]).toEqual([0, 1]);
  await tab.page.getByRole('button', { name: 'Close' }).click();
  await tab.told('message:dismissed');
  expect(await tab.page.locator('tactful-widget').count()).toBe(0);
});

it('a page that takes it away again ends the message: it is told, other tabs may show, and the next message comes', async () => {
  await remove();
  await heading('Need a hand?').waitFor();
  await remove();
  await tab.told('message:dismissed');
  await expect.poll(locks, SOON).toBe(0);
  expect(await tab.page.locator('tactful-widget').count()).toBe(0);
  expect((await tab.call('summary')).exposures).toMatchObject([{ campaign: 'one', outcome: 'ignore', reason: 'hide' }]);
  await tab.call('track', 'second');
  await heading('Another').waitFor();
});
