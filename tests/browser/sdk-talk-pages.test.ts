import { TEXTS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { deviceConfig } from './harness/deviceConfig.ts';
import { SOON, type Tab } from './harness/openTab.ts';
import { useTabs } from './harness/useTabs.ts';

const CONFIG = deviceConfig({ texts: TEXTS.en, faq: [{ id: 'ship', q: 'When does my order ship?', a: 'Within two days.' }] });
const QUESTION = 'When does my order ship?';
const { site, open } = useTabs(CONFIG);

async function openChat(tab: Tab): Promise<string[]> {
  await tab.page.evaluate(() => (window as any).tactful.chat.open());
  await tab.page.locator('tactful-widget .talk').waitFor();
  return tab.page.locator('tactful-widget .says').allTextContents();
}
/** A new visitor's tab, once the question was asked there and answered. */
async function asked(): Promise<Tab> {
  const tab = await open();
  await openChat(tab);
  await tab.page.locator('tactful-widget form.ask input').fill(QUESTION);
  await tab.page.keyboard.press('Enter');
  await tab.page.getByText('Within two days.').waitFor();
  return tab;
}
const carried = (tab: Tab): Promise<unknown> => tab.page.evaluate(() => JSON.parse(sessionStorage.getItem('tactful:pk_test') ?? '{}').turns);

it('the chat goes on over a load of a page, until consent is withdrawn', async () => {
  const tab = await asked();
  await tab.go('/checkout/1');
  expect(await openChat(tab)).toEqual([TEXTS.en.message, `You: ${QUESTION}`, 'Within two days.']);
  expect(await carried(tab)).toHaveLength(3);
  await tab.call('consent', 'denied');
  await expect.poll(() => carried(tab), SOON).toBeUndefined();
  await tab.go('/checkout/2');
  expect(await openChat(tab)).toEqual([TEXTS.en.message]);
  // What is asked leaves with nothing.
  expect(JSON.stringify(site().collector.received)).not.toContain('order ship');
});

it('without consent it lasts as long as the page', async () => {
  site().attributes = 'data-consent="pending"';
  const tab = await asked();
  await tab.go('/checkout/1');
  expect(await tab.page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await openChat(tab)).toEqual([TEXTS.en.message]);
});
